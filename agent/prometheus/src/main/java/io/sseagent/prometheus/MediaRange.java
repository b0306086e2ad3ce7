package io.sseagent.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One element of an {@code Accept} or {@code Accept-Encoding} header (RFC 9110, 12.4.2 and 12.5.1). Immutable. */
final class MediaRange {
    private final String type;
    private final Map<String, String> parameters = new HashMap<>();

    private MediaRange(String element) {
        String[] parts = element.split(";", -1);
        this.type = parts[0].trim().toLowerCase(Locale.ROOT);
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                String name = parts[i].substring(0, equals).trim().toLowerCase(Locale.ROOT);
                parameters.put(name, parts[i].substring(equals + 1).trim());
            }
        }
    }

    /** The elements of a header in their order; none for null. */
    static List<MediaRange> parse(String header) {
        List<MediaRange> ranges = new ArrayList<>();
        if (header != null) {
            for (String element : header.split(",", -1)) {
                ranges.add(new MediaRange(element));
            }
        }
        return ranges;
    }

    /** In lower case. */
    String type() {
        return type;
    }

    /** Null if it is not given. */
    String parameter(String name) {
        return parameters.get(name);
    }

    /** The parameter {@code q}: 1 if it is not given, 0 ("not acceptable") if it cannot be read. */
    double weight() {
        String q = parameters.get("q");
        if (q == null) {
            return 1;
        }
        try {
            double weight = Double.parseDouble(q);
            return weight >= 0 && weight <= 1 ? weight : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
