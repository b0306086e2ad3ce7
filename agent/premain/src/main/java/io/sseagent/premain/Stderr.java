package io.sseagent.premain;

/** The only voice at start-up: a logger would have to be initialised before the application's own. */
final class Stderr {

    private Stderr() {}

    /** Prints one line, whatever {@code text} (null allowed) holds; never throws. */
    static void line(String text) {
        try {
            System.err.println("[sse-agent] " + oneLine(text));
        } catch (Throwable ignored) {
            // a replaced System.err may throw; there is no other place to tell
        }
    }

    static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
