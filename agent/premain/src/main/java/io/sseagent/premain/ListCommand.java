package io.sseagent.premain;

import java.io.PrintStream;
import java.util.Map;

/** Prints one JVM a line: process id, then main class or jar with its arguments. */
final class ListCommand {
    private final PrintStream out;
    private final PrintStream err;

    ListCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(AttachApi api) throws CommandFailure {
        Map<String, String> machines = api.list();
        for (Map.Entry<String, String> machine : machines.entrySet()) {
            out.println((machine.getKey() + " " + machine.getValue()).trim());
        }
        if (machines.isEmpty()) {
            err.println("sse-agent: no other JVM of user " + System.getProperty("user.name")
                    + " found; run this as the user of the application");
        }
        return CommandLine.DONE;
    }
}
