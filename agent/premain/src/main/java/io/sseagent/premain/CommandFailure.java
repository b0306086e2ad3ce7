package io.sseagent.premain;

/** Ends a command with a message that says what to do. */
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandFailure failed(String message) {
        return new CommandFailure(message, CommandLine.FAILED);
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(message + "; see --help", CommandLine.USAGE);
    }

    int exitCode() {
        return exitCode;
    }
}
