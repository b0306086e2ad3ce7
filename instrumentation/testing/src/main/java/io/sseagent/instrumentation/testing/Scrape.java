package io.sseagent.instrumentation.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A metrics page in text format 0.0.4, as series and values; or the difference of two. Immutable. */
public final class Scrape {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    private final Map<Series, Double> values;

    private Scrape(Map<Series, Double> values) {
        this.values = values;
    }

    /** Throws {@link IllegalArgumentException} for a line that the format does not have. */
    static Scrape parse(String page) {
        Map<Series, Double> values = new HashMap<>();
        for (String line : page.split("\n")) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher sample = SAMPLE.matcher(line);
            if (!sample.matches()) {
                throw new IllegalArgumentException("no sample: " + line);
            }
            Series series = new Series(sample.group(1), labels(sample.group(2)));
            if (values.put(series, Double.parseDouble(sample.group(3).replace("Inf", "Infinity"))) != null) {
                throw new IllegalArgumentException("twice: " + line);
            }
        }
        return new Scrape(values);
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text == null ? "" : text);
        while (label.find()) {
            labels.put(label.group(1), label.group(2).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        return labels;
    }

    /** What was gained since an earlier scrape; a series that did not exist counts from 0. */
    public Scrape since(Scrape earlier) {
        Map<Series, Double> gained = new HashMap<>();
        values.forEach((series, value) -> gained.put(series, value - earlier.values.getOrDefault(series, 0.0)));
        return new Scrape(gained);
    }

    /** The sum of a family's series that have the given labels, given as name, value, name, value; 0 if there is none. */
    public double sum(String family, String... labels) {
        return values.entrySet().stream()
                .filter(sample -> sample.getKey().has(family, labels))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** As {@link #sum(String, String...)} of those whose {@code label} begins with {@code start}. */
    public double sumOfStarts(String family, String label, String start) {
        return values.entrySet().stream()
                .filter(sample -> sample.getKey().name.equals(family)
                        && sample.getKey().labels.getOrDefault(label, "").startsWith(start))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Whether there is a series of the family with the given labels. */
    public boolean has(String family, String... labels) {
        return values.keySet().stream().anyMatch(series -> series.has(family, labels));
    }

    /** Whether any label of any series contains the text. */
    public boolean mentions(String text) {
        return values.keySet().stream()
                .anyMatch(series -> series.labels.values().stream().anyMatch(value -> value.contains(text)));
    }

    /** How many series the family has. */
    public long count(String family) {
        return values.keySet().stream()
                .filter(series -> series.name.equals(family))
                .count();
    }

    /** The series that are not 0, a line each: what a failed assertion wants to show. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .filter(sample ->
                        sample.getValue() != 0 && !sample.getKey().name.endsWith("_bucket"))
                .map(sample -> sample.getKey().name + sample.getKey().labels + " " + sample.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private record Series(String name, Map<String, String> labels) {
        boolean has(String family, String... wanted) {
            boolean matches = name.equals(family);
            for (int i = 0; i < wanted.length; i += 2) {
                matches &= wanted[i + 1].equals(labels.get(wanted[i]));
            }
            return matches;
        }
    }
}
