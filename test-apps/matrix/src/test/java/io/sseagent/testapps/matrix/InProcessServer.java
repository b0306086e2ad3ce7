package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import io.sseagent.instrumentation.testing.ServerUnderTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A launch whose main runs in the JVM of the tests, in class loaders of its own, under an agent that was attached to this JVM:
 * what forked servers do not show is several libraries and versions under one agent. It ends with the JVM.
 */
final class InProcessServer implements ServerUnderTest {
    private static final OwnOutput OUTPUT = OwnOutput.begin();

    private final Launch launch;
    private final Jdk jdk = Jdk.all().get(0);
    private ForkedServer twin;
    private URI application;
    private int outputBefore;

    InProcessServer(Launch launch) {
        this.launch = launch;
    }

    @Override
    public URI application() {
        if (application == null) {
            OwnAgent.attach();
            outputBefore = OUTPUT.length();
            start();
            String port = OUTPUT.await(launch.ready(), outputBefore).group(1);
            application = URI.create("http://127.0.0.1:" + port + launch.contextPath());
        }
        return application;
    }

    private void start() {
        Path folder = ForkedJvm.folder("in-process " + launch.title());
        MainClass main = MainClass.of(launch.arguments(folder), folder);
        Thread thread = new Thread(main, launch.title());
        thread.setContextClassLoader(main.loader());
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public URI metrics() {
        return OwnAgent.metrics();
    }

    @Override
    public List<String> agentProblems() {
        return ForkedServer.problems(OUTPUT.since(outputBefore));
    }

    @Override
    public ServerUnderTest withoutAgent() {
        if (twin == null) {
            twin = ForkedServer.alone(launch, jdk);
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

    @Override
    public void close() {
        if (twin != null) {
            twin.close();
            twin = null;
        }
    }

    /** As the table of facts reads it. */
    @Override
    public String toString() {
        return launch.title() + " in-process on " + jdk;
    }
}
