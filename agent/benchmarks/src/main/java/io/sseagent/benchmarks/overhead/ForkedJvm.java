package io.sseagent.benchmarks.overhead;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of ours with a control line: a command goes to its standard input, an answer comes back behind an at sign. */
final class ForkedJvm implements AutoCloseable {
    private static final char ANSWER = '@';
    private static final long LONGEST_END_SECONDS = 20;

    private final Process process;
    private final Path log;
    private final BufferedReader out;
    private final OutputStream in;

    private ForkedJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.out = process.inputReader(StandardCharsets.US_ASCII);
        this.in = process.getOutputStream();
    }

    /** @param log where its standard error goes */
    static ForkedJvm start(Path java, List<String> jvmArguments, String classPath, String mainClass, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", classPath, mainClass));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        // an inherited option would put a second agent into every variant
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        return new ForkedJvm(builder.start(), log);
    }

    /** The next answer, without its sign. Other lines of the process are passed over. */
    String answer() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (!line.isEmpty() && line.charAt(0) == ANSWER) {
                String answer = line.substring(1);
                if (answer.startsWith("failed")) {
                    throw new IOException(answer + "; see " + log);
                }
                return answer;
            }
        }
        throw new IOException("the process ended early; see " + log);
    }

    String ask(String command) throws IOException {
        in.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
        in.flush();
        return answer();
    }

    /** Ends it: by the end of its input, or by force if it does not listen. */
    @Override
    public void close() throws IOException {
        try {
            in.close();
        } catch (IOException ended) {
            // it has ended by itself
        }
        try {
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        out.close();
    }
}
