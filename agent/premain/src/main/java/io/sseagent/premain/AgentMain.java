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
        AgentStart.run(arguments, instrumentation, false);
    }

    /** Called by the JVM on its attach thread; {@code arguments} may be null. Never throws; see {@link AgentStatus}. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        AgentStart.run(arguments, instrumentation, true);
    }

    /** The command line. Ends the JVM with 0 (done), 1 (failed) or 2 (wrong usage). */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(System.out, System.err).run(arguments));
    }
}
