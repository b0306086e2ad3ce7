package io.sseagent.testapps.matrix;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.Capability;
import io.sseagent.instrumentation.testing.ServerUnderTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a JVM of its own, with the agent given at its start, or without it. Starts when it is first asked for its address. */
final class ForkedServer implements ServerUnderTest {
    static final String AGENT_JAR =
            Path.of(System.getProperty("agent.jar")).normalize().toString();
    private static final String ON_A_FREE_PORT = "=port=0,host=127.0.0.1,wire.interval=1s";
    private static final Pattern METRICS = Pattern.compile("\\[sse-agent] INFO metrics at (\\S+/metrics)");

    private final Launch launch;
    private final Jdk jdk;
    private final List<String> options;
    private ForkedJvm jvm;
    private URI application;
    private ForkedServer twin;

    private ForkedServer(Launch launch, Jdk jdk, List<String> options) {
        this.launch = launch;
        this.jdk = jdk;
        this.options = options;
    }

    /** With the agent; {@code settings} are further agent arguments, each {@code key=value}. */
    static ForkedServer underAgent(Launch launch, Jdk jdk, String... settings) {
        return alone(launch, jdk).withAgent(settings);
    }

    /** Without the agent. */
    static ForkedServer alone(Launch launch, Jdk jdk) {
        return new ForkedServer(launch, jdk, List.of());
    }

    /** The same with the agent, which comes after all agents that it has. */
    ForkedServer withAgent(String... settings) {
        String arguments = ON_A_FREE_PORT + (settings.length == 0 ? "" : "," + String.join(",", settings));
        return with("-javaagent:" + AGENT_JAR + arguments);
    }

    /** The same with further JVM options. */
    ForkedServer with(String... more) {
        return new ForkedServer(
                launch, jdk, Stream.concat(options.stream(), Stream.of(more)).toList());
    }

    /** The same in a JVM of its own. */
    ForkedServer again() {
        return with();
    }

    @Override
    public URI application() {
        if (jvm == null) {
            assumeTrue(
                    jdk.feature() >= launch.since(),
                    () -> launch.title() + " needs a JDK " + launch.since() + " or later");
            // first, so that an option may say otherwise
            List<String> arguments = new ArrayList<>(List.of("-Xmx512m"));
            arguments.addAll(options);
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
        return problems(jvm.output());
    }

    /**
     * Those among the lines of an output; a server that logs what is printed puts words of its own in front. An alert is none: a slow machine
     * may well stop a JVM for a second.
     */
    static List<String> problems(String output) {
        return output.lines()
                .filter(line -> line.contains("[sse-agent] WARN") || line.contains("[sse-agent] ERROR"))
                .filter(line -> !line.contains("[sse-agent] WARN alert: "))
                .toList();
    }

    @Override
    public ForkedServer withoutAgent() {
        if (twin == null) {
            List<String> others = options.stream()
                    .filter(option -> !option.startsWith("-javaagent:" + AGENT_JAR))
                    .toList();
            twin = new ForkedServer(launch, jdk, others);
        }
        return twin;
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

    List<String> ownAddresses() {
        return launch.ownAddresses();
    }

    @Override
    public void close() {
        if (jvm != null) {
            jvm.close();
        }
        if (twin != null) {
            twin.close();
        }
    }

    @Override
    public String toString() {
        return launch.title() + " on " + jdk;
    }
}
