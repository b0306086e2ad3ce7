package io.sseagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own with an environment that holds nothing for the JVM or the agent; ended at {@link #close}. */
final class Fork implements AutoCloseable {
    /** How the one line of JSON begins that every start prints. */
    static final String START_LINE = "{\"agent\":\"sse-agent\",";

    private static final long DEADLINE_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    private Fork(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Fork start(Map<String, String> environment, List<String> command) throws IOException {
        Path out = Files.createTempFile("fork", ".out");
        Path err = Files.createTempFile("fork", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("SSE_AGENT_")
                        || name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("JDK_JAVA_OPTIONS")
                        || name.equals("_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return new Fork(builder.start(), out, err);
    }

    /** Starts {@code java} of the JDK. */
    static Fork java(Jdk jdk, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(jdk.tool("java")));
        command.addAll(List.of(arguments));
        return start(Map.of(), command);
    }

    /** Runs to its end. */
    static Fork run(Map<String, String> environment, List<String> command) throws Exception {
        try (Fork fork = start(environment, command)) {
            return fork.await();
        }
    }

    /** Runs {@code java} of the JDK to its end. */
    static Fork run(Jdk jdk, String... arguments) throws Exception {
        try (Fork fork = java(jdk, arguments)) {
            return fork.await();
        }
    }

    /** Closes the standard input and waits for the end. */
    Fork await() throws Exception {
        process.getOutputStream().close();
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                .as("ended in time; its stderr: %s", err())
                .isTrue();
        return this;
    }

    /** Waits until the standard output has the line. */
    Fork awaitLine(String line) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!out().lines().toList().contains(line)) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as("still hoping for \"%s\"; its stderr: %s", line, err())
                    .isTrue();
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    String pid() {
        return Long.toString(process.pid());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    /** The lines on stderr that come from the agent. */
    List<String> agentLines() {
        return err().lines()
                .filter(line -> line.startsWith("[sse-agent]") || line.startsWith(START_LINE))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        out.toFile().deleteOnExit();
        err.toFile().deleteOnExit();
    }
}
