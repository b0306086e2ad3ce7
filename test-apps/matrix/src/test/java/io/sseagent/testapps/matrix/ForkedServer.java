package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.Capability;
import io.sseagent.instrumentation.testing.ServerUnderTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A server in a JVM of its own, with the agent given at its start, or without it. Starts when it is first asked for its address. */
final class ForkedServer implements ServerUnderTest {
    static final String AGENT_JAR =
            Path.of(System.getProperty("agent.jar")).normalize().toString();
    private static final String ON_A_FREE_PORT = "=port=0,host=127.0.0.1";
    private static final Pattern METRICS = Pattern.compile("\\[sse-agent] INFO metrics at (\\S+)");

    private final Launch launch;
    private final Jdk jdk;
    private final List<String> options;
    private ForkedJvm jvm;
    private URI application;

    private ForkedServer(Launch launch, Jdk jdk, List<String> options) {
        this.launch = launch;
        this.jdk = jdk;
        this.options = options;
    }

    /** With the agent; {@code settings} are further agent arguments, each {@code key=value}. */
    static ForkedServer underAgent(Launch launch, Jdk jdk, String... settings) {
        String arguments = ON_A_FREE_PORT + (settings.length == 0 ? "" : "," + String.join(",", settings));
        return new ForkedServer(launch, jdk, List.of("-javaagent:" + AGENT_JAR + arguments));
    }

    /** Without the agent. */
    static ForkedServer alone(Launch launch, Jdk jdk) {
        return new ForkedServer(launch, jdk, List.of());
    }

    /** The same with a further JVM option. */
    ForkedServer with(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new ForkedServer(launch, jdk, more);
    }

    @Override
    public URI application() {
        if (jvm == null) {
            List<String> arguments = new ArrayList<>(options);
            arguments.add("-Xmx512m");
            Path folder = ForkedJvm.folder(toString());
            arguments.addAll(launch.arguments(folder));
            jvm = ForkedJvm.start(jdk, folder, arguments);
            String port = jvm.awaitOutput(launch.ready()).group(1);
            application = URI.create("http://127.0.0.1:" + port + launch.contextPath());
        }
        return application;
    }

    @Override
    public URI metrics() {
        return URI.create(jvm.awaitOutput(METRICS).group(1));
    }

    /** The page of the running server. */
    AgentMetrics agent() {
        application();
        return new AgentMetrics(metrics());
    }

    ForkedJvm jvm() {
        return jvm;
    }

    Jdk jdk() {
        return jdk;
    }

    @Override
    public List<String> agentProblems() {
        return jvm.output()
                .lines()
                .filter(line -> line.startsWith("[sse-agent] WARN") || line.startsWith("[sse-agent] ERROR"))
                .toList();
    }

    @Override
    public String tap() {
        return launch.tap();
    }

    @Override
    public String libraryVersion() {
        return launch.libraryVersion(jdk);
    }

    @Override
    public Set<Capability> capabilities() {
        return launch.capabilities();
    }

    @Override
    public void close() {
        if (jvm != null) {
            jvm.close();
        }
    }

    @Override
    public String toString() {
        return launch.title() + " on " + jdk;
    }
}
