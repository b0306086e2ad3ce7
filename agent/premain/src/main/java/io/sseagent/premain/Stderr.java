package io.sseagent.premain;

/** The only voice at start-up: a logger would have to be initialised before the application's own. */
final class Stderr {

    private Stderr() {}

    /** Says that the agent is not as asked for, in one line whatever the text holds; never throws. */
    static void warn(String text) {
        line("WARN ", text);
    }

    /** Says that the agent does not work, in one line whatever the text holds; never throws. */
    static void error(String text) {
        line("ERROR ", text);
    }

    private static void line(String level, String text) {
        try {
            System.err.println("[sse-agent] " + level + oneLine(text));
        } catch (Throwable ignored) {
            // a replaced System.err may throw; there is no other place to tell
        }
    }

    static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
