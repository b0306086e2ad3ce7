package io.sseagent.testapps.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A JVM of its own, whose output goes to a file. It ends with {@link #close}, or else with the JVM of the tests. */
final class ForkedJvm implements AutoCloseable {
    private static final Path FOLDER = Path.of(System.getProperty("matrix.work"));
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final Path log;

    private ForkedJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts {@code java} in an environment that holds nothing for the JVM or the agent; its output goes into the folder. */
    static ForkedJvm start(Jdk jdk, Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(jdk.tool("java")));
        command.addAll(arguments);
        try {
            Path log = folder.resolve("output.log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(variable -> variable.matches("SSE_AGENT_.*|.*JAVA_.*OPTIONS"));
            Process process = builder.start();
            RUNNING.add(process);
            return new ForkedJvm(process, log);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** A new folder for the files of one JVM, which stay for whoever looks for the cause of a failure. */
    static Path folder(String name) {
        try {
            Files.createDirectories(FOLDER);
            return Files.createTempDirectory(FOLDER, name.replaceAll("[^\\w.]+", "-") + "-");
        } catch (IOException notMade) {
            throw new UncheckedIOException(notMade);
        }
    }

    /** The first match in the output; waits for it as long as the JVM lives, but three minutes at most. */
    Matcher awaitOutput(Pattern pattern) {
        Awaitility.await(pattern.pattern())
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> pattern.matcher(output()).find() || !process.isAlive());
        Matcher found = pattern.matcher(output());
        if (!found.find()) {
            throw new IllegalStateException("ended without " + pattern + ":\n" + output());
        }
        return found;
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to stop, as an operator would; returns at once. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end; returns the exit code. */
    int awaitEnd() {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        RUNNING.remove(process);
    }
}
