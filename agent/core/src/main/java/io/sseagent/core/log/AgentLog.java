package io.sseagent.core.log;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Prints {@code [sse-agent] LEVEL message}, one line each, and drops what it said already within the last minute. Any
 * thread may call it; no call ever throws. Not for the hot path: it locks and allocates.
 */
public final class AgentLog {
    static final int MAX_MESSAGE_LENGTH = 2_000;

    private final PrintStream out;
    private final LogLevel level;
    private final LongSupplier nanoTime;
    private final RepeatFilter repeats = new RepeatFilter();

    AgentLog(PrintStream out, LogLevel level, LongSupplier nanoTime) {
        this.out = out;
        this.level = level;
        this.nanoTime = nanoTime;
    }

    /**
     * A log on the stream that is {@code System.err} now. A server that replaces {@code System.err} later routes it into
     * its own logging, where a line of ours could start what it is about to report on.
     */
    public static AgentLog toStandardError(LogLevel level) {
        return new AgentLog(System.err, level, new LongSupplier() {
            @Override
            public long getAsLong() {
                return System.nanoTime();
            }
        });
    }

    /** Says that the agent, or a part of it, does not work; the cause may be null. */
    public void error(String message, Throwable cause) {
        print(LogLevel.ERROR, message, cause);
    }

    /** Says that the agent, or a part of it, does not work. */
    public void error(String message) {
        print(LogLevel.ERROR, message, null);
    }

    /** Says that something is not as asked for; the cause may be null. */
    public void warn(String message, Throwable cause) {
        print(LogLevel.WARN, message, cause);
    }

    /** Says that something is not as asked for. */
    public void warn(String message) {
        print(LogLevel.WARN, message, null);
    }

    /** Says something that happens once in the life of the JVM. */
    public void info(String message) {
        print(LogLevel.INFO, message, null);
    }

    /** Prints a line for machines to read, as it is: no prefix, no bound. For the lines of the start; printed like {@link #info}. */
    public void record(String line) {
        if (!isEnabled(LogLevel.INFO)) {
            return;
        }
        try {
            out.println(line);
        } catch (Throwable ignored) {
            // as below
        }
    }

    /** Says something for whoever looks into the agent itself; the cause may be null. */
    public void debug(String message, Throwable cause) {
        print(LogLevel.DEBUG, message, cause);
    }

    /** Says something for whoever looks into the agent itself. */
    public void debug(String message) {
        print(LogLevel.DEBUG, message, null);
    }

    /** Whether lines of this level are printed: saves building a costly message. */
    public boolean isEnabled(LogLevel asked) {
        return asked != LogLevel.OFF && asked.compareTo(level) <= 0;
    }

    private void print(LogLevel lineLevel, String message, Throwable cause) {
        if (!isEnabled(lineLevel)) {
            return;
        }
        try {
            String text = cause == null ? message : message + ": " + cause;
            String line = "[sse-agent] " + lineLevel + " " + PrintableText.of(text, MAX_MESSAGE_LENGTH);
            String passed = repeats.pass(line, nanoTime.getAsLong());
            if (passed == null) {
                return;
            }
            out.println(passed);
            if (cause != null && isEnabled(LogLevel.DEBUG)) {
                cause.printStackTrace(out);
            }
        } catch (Throwable ignored) {
            // a log line is never worth an exception in the host: its stream or the cause's toString() may throw
        }
    }
}
