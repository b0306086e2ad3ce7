package io.sseagent.premain;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;

/** {@code java -jar sse-agent.jar <command>}: results on {@code out}, everything else on {@code err}. */
final class CommandLine {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private static final String HELP = "Observes the event streams (text/event-stream) of a JVM.\n"
            + "\n"
            + "With the application's start:\n"
            + "  java -javaagent:sse-agent.jar[=key=value,key=value...] ...\n"
            + "\n"
            + "For a JVM that runs already:\n"
            + "  java -jar sse-agent.jar list\n"
            + "      the JVMs of this user that can be attached to\n"
            + "  java -jar sse-agent.jar attach <pid> [key=value ...]\n"
            + "      starts the agent in that JVM; if it runs there already, reports it and changes nothing\n"
            + "\n"
            + "For auth.users.file:\n"
            + "  java -jar sse-agent.jar hash-password <user>\n"
            + "      asks for a password, or reads it from the standard input, and prints the user's line\n"
            + "\n"
            + "  java -jar sse-agent.jar --version\n"
            + "  java -jar sse-agent.jar --help\n"
            + "\n"
            + "Keys are for example port=9464 and host=127.0.0.1; without any the metrics are at port 9464, /metrics.\n"
            + "Exit codes: 0 done, 1 failed, 2 wrong usage.";

    private final InputStream in;
    private final boolean interactive;
    private final PrintStream out;
    private final PrintStream err;

    /** {@code interactive} if somebody may sit at a terminal: these are the process's own streams. */
    CommandLine(InputStream in, boolean interactive, PrintStream out, PrintStream err) {
        this.in = in;
        this.interactive = interactive;
        this.out = out;
        this.err = err;
    }

    /** The exit code. */
    int run(String... arguments) {
        try {
            return dispatch(arguments);
        } catch (CommandFailure failure) {
            err.println("sse-agent: " + failure.getMessage());
            return failure.exitCode();
        }
    }

    private int dispatch(String... arguments) throws CommandFailure {
        String command = arguments.length == 0 ? "" : arguments[0];
        if (command.equals("--help") || command.equals("-h") || command.equals("help")) {
            out.println(HELP);
            return DONE;
        }
        if (command.equals("--version") || command.equals("-V") || command.equals("version")) {
            out.println("sse-agent " + version());
            return DONE;
        }
        if (command.equals("list")) {
            requireAtMost(1, arguments);
            return new ListCommand(out, err).run(AttachApi.find());
        }
        if (command.equals("attach")) {
            AttachOptions options = AttachOptions.parse(Arrays.asList(arguments).subList(1, arguments.length));
            return new AttachCommand(out, err).run(options);
        }
        if (command.equals("hash-password")) {
            requireAtMost(2, arguments);
            if (arguments.length < 2) {
                throw CommandFailure.usage("\"hash-password\" needs a user's name");
            }
            return new HashPasswordCommand(in, interactive ? Terminal.find() : null, out).run(arguments[1]);
        }
        if (command.isEmpty()) {
            err.println(HELP);
            return USAGE;
        }
        throw CommandFailure.usage("unknown command \"" + command + "\"");
    }

    private static void requireAtMost(int count, String... arguments) throws CommandFailure {
        if (arguments.length > count) {
            throw CommandFailure.usage("\"" + arguments[0] + "\" takes no \"" + arguments[count] + "\"");
        }
    }

    private static String version() {
        String version = CommandLine.class.getPackage().getImplementationVersion();
        return version == null ? "(not run from its jar)" : version;
    }
}
