package io.sseagent.premain;

import java.io.Console;

/** Where somebody types what must not be shown. */
final class Terminal {
    private final Console console;

    private Terminal(Console console) {
        this.console = console;
    }

    /** The terminal of this process; null if its input or output is none. */
    // Java 8 to 21 and 25 do return null
    @SuppressWarnings("SystemConsoleNull")
    static Terminal find() {
        Console console = System.console();
        return console == null || !isTerminal(console) ? null : new Terminal(console);
    }

    /** From Java 22 on there may be a console without a terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /** A line without its end; null at the end of the input. */
    char[] readPassword(String prompt) {
        return console.readPassword("%s", prompt);
    }
}
