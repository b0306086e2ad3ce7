package io.sseagent.testapps.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One line of the Prometheus text format 0.0.4. */
record Sample(String name, Map<String, String> labels, double value) {
    /** All samples of a page; comments and empty lines are none. Throws {@link IllegalArgumentException} on a malformed line. */
    static List<Sample> parse(String page) {
        List<Sample> samples = new ArrayList<>();
        page.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> samples.add(parseLine(line)));
        return samples;
    }

    /** The label's value, or the empty string. */
    String label(String label) {
        return labels.getOrDefault(label, "");
    }

    private static Sample parseLine(String line) {
        int open = line.indexOf('{');
        int nameEnd = open >= 0 ? open : line.indexOf(' ');
        if (nameEnd < 0) {
            throw new IllegalArgumentException("not a sample: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        int valueStart = open >= 0 ? parseLabels(line, open + 1, labels) : nameEnd;
        String value = line.substring(valueStart).trim().split(" ")[0];
        return new Sample(line.substring(0, nameEnd), labels, number(value));
    }

    /** Reads {@code name="value",...}} and returns the index after the brace. */
    private static int parseLabels(String line, int start, Map<String, String> labels) {
        int at = start;
        while (line.charAt(at) != '}') {
            int equals = line.indexOf('=', at);
            String label = line.substring(at, equals).trim();
            StringBuilder value = new StringBuilder();
            at = equals + 2;
            while (line.charAt(at) != '"') {
                if (line.charAt(at) == '\\') {
                    at++;
                    value.append(line.charAt(at) == 'n' ? '\n' : line.charAt(at));
                } else {
                    value.append(line.charAt(at));
                }
                at++;
            }
            labels.put(label, value.toString());
            at++;
            if (line.charAt(at) == ',') {
                at++;
            }
        }
        return at + 1;
    }

    private static double number(String value) {
        return switch (value) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(value);
        };
    }
}
