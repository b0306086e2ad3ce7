package io.sseagent.core.labels;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** How many values labels may have. Immutable. */
public final class LabelLimits {
    /** No limits beside those of the model. */
    public static final LabelLimits NONE = new LabelLimits(Collections.<String, Integer>emptyMap());

    private static final int MOST_DIGITS = 6;

    private final Map<String, Integer> mostByLabel;

    private LabelLimits(Map<String, Integer> mostByLabel) {
        this.mostByLabel = mostByLabel;
    }

    /** Reads {@code label:number} pairs with semicolons between them; null if one is none or names a label that no family has. */
    public static LabelLimits parse(String text) {
        if (LabelPatterns.parse(text) == null) {
            return null;
        }
        Map<String, Integer> mostByLabel = new HashMap<>();
        for (String pair : text.split(";", -1)) {
            int colon = pair.indexOf(':');
            String number = pair.substring(colon + 1).trim();
            if (!number.matches("\\d{1," + MOST_DIGITS + "}")) {
                return null;
            }
            mostByLabel.put(pair.substring(0, colon).trim(), Integer.valueOf(number));
        }
        return new LabelLimits(mostByLabel);
    }

    /** The most values of a label. */
    int of(String label) {
        Integer most = mostByLabel.get(label);
        return most == null ? Integer.MAX_VALUE : most;
    }
}
