package io.sseagent.core.labels;

/** Values of one label by a pattern in which {@code *} stands for anything. Immutable. */
final class LabelPattern {
    private final String label;
    private final String pattern;

    LabelPattern(String label, String pattern) {
        this.label = label;
        this.pattern = pattern;
    }

    String label() {
        return label;
    }

    /** Takes time in proportion to the lengths of both, whatever they are. */
    boolean matches(String value) {
        int at = 0;
        int next = 0;
        int star = -1;
        int resumeAt = 0;
        while (at < value.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                resumeAt = at;
            } else if (next < pattern.length() && pattern.charAt(next) == value.charAt(at)) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++resumeAt;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }
}
