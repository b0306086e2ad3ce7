package io.sseagent.core.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Guesses what an unknown name was meant to be, and says nothing when nothing is near. */
final class DidYouMean {
    private static final int MAX_LENGTH = 64;
    private static final String TAP_PREFIX = "instrumentation.";

    private DidYouMean() {}

    /** The key that is meant by an unknown one of any source, prefixed or not; null when no key is near. */
    static String key(String unknown) {
        if (unknown.length() > MAX_LENGTH) {
            return null;
        }
        String name = unknown.toLowerCase(Locale.ROOT).replace('_', '.');
        if (name.startsWith(ConfigKey.SYSTEM_PROPERTY_PREFIX)) {
            name = name.substring(ConfigKey.SYSTEM_PROPERTY_PREFIX.length());
        }
        String tapKey = tapKey(name);
        if (name.startsWith(TAP_PREFIX)) {
            return tapKey;
        }
        List<String> candidates = new ArrayList<>();
        if (tapKey != null) {
            candidates.add(tapKey);
        }
        for (ConfigKey<?> key : ConfigKeys.FIXED) {
            candidates.add(key.name());
        }
        return nearest(name, candidates);
    }

    /** The candidate that is meant, or null when none is near. */
    static String nearest(String name, Iterable<String> candidates) {
        String nearest = null;
        int smallest = name.length() > MAX_LENGTH ? 0 : 1 + Math.min(3, (name.length() + 2) / 3);
        for (String candidate : candidates) {
            int distance = distance(name, candidate);
            if (distance < smallest) {
                nearest = candidate;
                smallest = distance;
            }
        }
        return nearest;
    }

    private static int distance(String name, String candidate) {
        // "exporter.port" for "port" and "max.routes" for "routes.max" are as near as one wrong letter
        if (name.endsWith("." + candidate) || sortedWords(name).equals(sortedWords(candidate))) {
            return Math.min(1, EditDistance.between(name, candidate));
        }
        return EditDistance.between(name, candidate);
    }

    private static List<String> sortedWords(String name) {
        String[] words = name.replace('-', '.').split("\\.");
        Arrays.sort(words);
        return Arrays.asList(words);
    }

    /** The switch of the instrumentation that the middle of the name speaks of; null when there is no middle. */
    private static String tapKey(String name) {
        int start = name.indexOf('.') + 1;
        int end = name.lastIndexOf('.');
        String middle = name.substring(start, end <= start ? name.length() : end);
        String tapName = start == 0 || middle.isEmpty() ? null : TapNames.spell(middle);
        return tapName == null ? null : ConfigKeys.tap(tapName).name();
    }
}
