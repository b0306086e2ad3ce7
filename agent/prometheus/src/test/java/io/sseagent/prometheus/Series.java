package io.sseagent.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sample line of the text format, taken apart by an independent reading of it. */
record Series(String name, Map<String, String> labels, double value) {
    private static final Pattern LINE = Pattern.compile("([a-z_:0-9]+)(?:\\{(.*)\\})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_0-9]+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    static List<Series> parse(String text) {
        List<Series> all = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> all.add(of(line)));
        return all;
    }

    private static Series of(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("Not a sample: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        if (matcher.group(2) != null) {
            Matcher label = LABEL.matcher(matcher.group(2));
            int end = 0;
            while (label.find()) {
                if (label.start() != end) {
                    throw new AssertionError("Not a label: " + line);
                }
                labels.put(label.group(1), label.group(2));
                end = label.end();
            }
        }
        return new Series(
                matcher.group(1), labels, Double.parseDouble(matcher.group(3).replace("+Inf", "Infinity")));
    }

    /** The value of the one series with this name and, among others, these labels (name, value, name, value). */
    static double value(String text, String name, String... labels) {
        List<Series> found = find(text, name, labels);
        if (found.size() != 1) {
            throw new AssertionError(name + " " + List.of(labels) + ": " + found);
        }
        return found.get(0).value();
    }

    static List<Series> find(String text, String name, String... labels) {
        List<Series> found = new ArrayList<>();
        for (Series series : parse(text)) {
            if (series.name().equals(name) && series.has(labels)) {
                found.add(series);
            }
        }
        return found;
    }

    private boolean has(String... wanted) {
        for (int i = 0; i < wanted.length; i += 2) {
            if (!wanted[i + 1].equals(labels.get(wanted[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Values of one label over all series of a name, in order. */
    static TreeSet<String> labelValues(String text, String name, String label) {
        TreeSet<String> values = new TreeSet<>();
        for (Series series : find(text, name)) {
            values.add(series.labels().get(label));
        }
        return values;
    }
}
