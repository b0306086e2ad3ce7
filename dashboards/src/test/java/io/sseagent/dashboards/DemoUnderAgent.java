package io.sseagent.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The demo's server under the built agent, and the demo's clients: two JVMs of their own, as the reactor has built them. */
final class DemoUnderAgent implements AutoCloseable {
    private static final Path REPOSITORY = RenderedFiles.module().getParent();
    private static final Path AGENT = REPOSITORY.resolve("agent/dist/target/sse-agent.jar");
    private static final Path DEMO = REPOSITORY.resolve("test-apps/demo/target");
    private static final Pattern PORT = Pattern.compile("(?m)^PORT=(\\d+)$");
    private static final String FOR_EVER = "0";

    private final Path folder;
    private final int metricsPort;
    private final List<Process> processes = new ArrayList<>();

    private DemoUnderAgent(Path folder, int metricsPort) {
        this.folder = folder;
        this.metricsPort = metricsPort;
    }

    /** Returns when the server answers and the clients have started; logs go into the folder. */
    static DemoUnderAgent start(Path folder) throws IOException {
        assertThat(AGENT).as("built by agent/dist, package phase").isRegularFile();
        assertThat(DEMO.resolve("demo.jar"))
                .as("built by test-apps/demo, package phase")
                .isRegularFile();
        DemoUnderAgent demo = new DemoUnderAgent(folder, FreePort.take());
        try {
            int port = demo.startServer();
            demo.java("clients", "io.sseagent.testapps.demo.DemoClients", "http://127.0.0.1:" + port, FOR_EVER);
        } catch (IOException | RuntimeException | Error e) {
            demo.close();
            throw e;
        }
        return demo;
    }

    int metricsPort() {
        return metricsPort;
    }

    @Override
    public void close() {
        processes.forEach(Processes::stop);
    }

    private int startServer() throws IOException {
        Path log = java(
                "server",
                "-javaagent:" + AGENT + "=port=" + metricsPort + ",host=127.0.0.1",
                "io.sseagent.testapps.demo.DemoServer");
        Matcher port = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            assertThat(processes).as(read(log)).allMatch(Process::isAlive);
                            return PORT.matcher(read(log));
                        },
                        Matcher::find);
        return Integer.parseInt(port.group(1));
    }

    private Path java(String name, String... arguments) throws IOException {
        Path log = folder.resolve("demo-" + name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                DEMO.resolve("demo.jar") + File.pathSeparator + DEMO.resolve("lib") + "/*"));
        command.addAll(List.of(arguments));
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
        return log;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
