package io.sseagent.premain;

import java.lang.instrument.Instrumentation;

/**
 * The three entries of the jar: {@code -javaagent:}, attach at run time, and {@code java -jar}. A JVM older than Java 8
 * cannot read this class and says so itself.
 */
public final class AgentMain {

    private AgentMain() {}

    /** Called by the JVM before the application's main; {@code arguments} may be null. Never throws. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        run(arguments, instrumentation, false);
    }

    /** Called by the JVM on its attach thread; {@code arguments} may be null. Never throws; see {@link AgentStatus}. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        run(arguments, instrumentation, true);
    }

    private static void run(String arguments, Instrumentation instrumentation, boolean attached) {
        try {
            AgentStart.run(arguments, instrumentation, attached);
        } catch (Throwable failure) {
            // not even the handler there could be loaded or run; from premain it would end the JVM
            System.err.println("[sse-agent] ERROR not started, the application runs without it: " + failure);
        }
    }

    /** The command line. Ends the JVM with 0 (done), 1 (failed) or 2 (wrong usage). */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(System.in, true, System.out, System.err).run(arguments));
    }
}
