package io.sseagent.core.labels;

import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one of the settings {@code labels.allow}, {@code labels.deny} and {@code labels.max} says, label by label. Immutable. */
public final class LabelPatterns {
    /** Nothing said. */
    public static final LabelPatterns NONE = new LabelPatterns(Collections.<LabelPattern>emptyList());

    private final List<LabelPattern> patterns;

    private LabelPatterns(List<LabelPattern> patterns) {
        this.patterns = patterns;
    }

    /** Reads {@code label:pattern} pairs with semicolons between them; null if one is none or names a label that no family has. */
    public static LabelPatterns parse(String text) {
        List<LabelPattern> patterns = new ArrayList<>();
        for (String pair : text.split(";", -1)) {
            int colon = pair.indexOf(':');
            String label = colon < 0 ? "" : pair.substring(0, colon).trim();
            String pattern = pair.substring(colon + 1).trim();
            if (!isGoverned(label) || pattern.isEmpty()) {
                return null;
            }
            patterns.add(new LabelPattern(label, pattern));
        }
        return new LabelPatterns(patterns);
    }

    private static boolean isGoverned(String label) {
        for (MetricDefinition family : MetricCatalogue.all()) {
            if (isGoverned(family) && family.labels().contains(label)) {
                return true;
            }
        }
        return false;
    }

    /** What the agent tells of itself is no matter of rules: it names what they cost. */
    static boolean isGoverned(MetricDefinition family) {
        return !family.name().startsWith("sse_agent_");
    }

    /** The patterns for one label. */
    List<LabelPattern> of(String label) {
        List<LabelPattern> found = new ArrayList<>();
        for (LabelPattern pattern : patterns) {
            if (pattern.label().equals(label)) {
                found.add(pattern);
            }
        }
        return found;
    }
}
