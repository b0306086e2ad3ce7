package io.sseagent.core.labels;

import io.sseagent.core.health.AgentHealth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which values of one label are shown: those that are allowed (all if nobody says which), not denied, and among the first so many that came. All
 * others become {@value #OTHER}. For one thread at a time.
 */
public final class LabelRule {
    private static final String OTHER = "_other_";
    /** Beyond these many it is decided again at each reading. */
    private static final int MOST_REMEMBERED = 10_000;

    private final String label;
    private final List<LabelPattern> allowed;
    private final List<LabelPattern> denied;
    private final int most;
    private final AgentHealth health;
    private final Map<String, String> shownByValue = new HashMap<>();
    private int shown;

    LabelRule(String label, List<LabelPattern> allowed, List<LabelPattern> denied, int most, AgentHealth health) {
        this.label = label;
        this.allowed = allowed;
        this.denied = denied;
        this.most = most;
        this.health = health;
    }

    boolean saysNothing() {
        return allowed.isEmpty() && denied.isEmpty() && most == Integer.MAX_VALUE;
    }

    /** The value, or the one that stands for all that are not shown. */
    public String shown(String value) {
        String known = shownByValue.get(value);
        if (known != null) {
            return known;
        }
        boolean welcome = (allowed.isEmpty() || matches(allowed, value)) && !matches(denied, value);
        boolean fits = welcome && shown < most && shownByValue.size() < MOST_REMEMBERED;
        if (fits) {
            shown++;
        } else {
            health.folded(label);
        }
        String result = fits ? value : OTHER;
        if (shownByValue.size() < MOST_REMEMBERED) {
            shownByValue.put(value, result);
        }
        return result;
    }

    private static boolean matches(List<LabelPattern> patterns, String value) {
        for (LabelPattern pattern : patterns) {
            if (pattern.matches(value)) {
                return true;
            }
        }
        return false;
    }
}
