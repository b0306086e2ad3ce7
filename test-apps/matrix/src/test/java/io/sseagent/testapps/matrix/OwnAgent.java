package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

/** The built agent, attached once to the JVM that runs the tests. */
final class OwnAgent {
    private static URI metrics;

    private OwnAgent() {}

    static synchronized void attach() {
        if (metrics == null) {
            Jdk jdk = Jdk.all().get(0);
            List<String> command = List.of(
                    "-jar",
                    ForkedServer.AGENT_JAR,
                    "attach",
                    Long.toString(ProcessHandle.current().pid()),
                    "port=0",
                    "host=127.0.0.1",
                    // so that nobody is taken for a client of the server before
                    "reconnect.window=5s");
            try (ForkedJvm attach = ForkedJvm.start(jdk, ForkedJvm.folder("attach"), command)) {
                assertThat(attach.awaitEnd()).as(attach.output()).isZero();
                metrics = URI.create(System.getProperty("io.sseagent.endpoint"));
            }
        }
    }

    static synchronized URI metrics() {
        return metrics;
    }
}
