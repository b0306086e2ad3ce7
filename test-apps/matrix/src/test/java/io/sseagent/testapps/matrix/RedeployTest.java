package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Scrape;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An application that is undeployed and deployed fifty times, with streams open each time: of its class loaders the agent keeps
 * none. The same without the agent tells what Tomcat keeps by itself.
 */
class RedeployTest {
    private static final int ROUNDS = 50;
    private static final String APP = "/app";
    private static final int ATTEMPTS = 5;

    private int retries;

    static Stream<ForkedServer> tomcats() {
        return Matrix.inTurns(List.of(Tomcat.of("9.0.117"), Tomcat.of("10.1.59")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tomcats")
    void the_class_loader_of_an_application_goes_with_it(ForkedServer server) {
        long alone;
        try (ForkedServer twin = server.withoutAgent()) {
            twin.application();
            alone = loadersAfterRedeployments(twin);
        }
        try (server) {
            AgentMetrics metrics = server.agent();
            retries = 0;

            // one of them is that of the application as it runs now
            assertThat(loadersAfterRedeployments(server)).isBetween(1L, alone);

            Scrape page = metrics.await("the end of all", now -> now.sum("sse_streams_active") == 0);
            assertThat(page.sum("sse_streams_opened_total"))
                    .isBetween(3.0 * ROUNDS, 3.0 * ROUNDS + retries)
                    .isEqualTo(page.sum("sse_streams_closed_total"));
            assertThat(page.sum("sse_streams_closed_total", "reason", "unknown"))
                    .isLessThanOrEqualTo(retries);
            assertThat(page.sum("sse_agent_errors_total")).isZero();
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    private long loadersAfterRedeployments(ForkedServer server) {
        try (ManagedJvm jvm = ManagedJvm.of(server.jvm())) {
            TomcatDeployer deployer = new TomcatDeployer(jvm);
            deployer.beImpatient();
            deployer.startAllThreads(server.application());
            for (int round = 0; round < ROUNDS; round++) {
                redeployUnderStreams(server, deployer);
            }
            return deployer.classLoaders(1);
        }
    }

    /** One stream that the application ends when it has to stop, and one on a container's thread that goes on. */
    private void redeployUnderStreams(ForkedServer server, TomcatDeployer deployer) {
        List<HttpConnection> open =
                List.of(openStream(server, "/broadcast?interval=20", 1), openStream(server, "/forever?interval=20", 1));
        deployer.undeploy(APP);
        open.forEach(HttpConnection::close);
        deployer.deploy(APP);
        openStream(server, "/blocking?events=3", 3).close();
    }

    /**
     * Tomcat, also without the agent, now and then serves a request by what an undeployment has just broken off, and closes its
     * connection: seen once in 300 redeployments. The client of an application would come again, too.
     */
    private HttpConnection openStream(ForkedServer server, String address, int events) {
        for (int attempt = 1; ; attempt++) {
            HttpConnection client = HttpConnection.to(server.application());
            try {
                client.open(address).readEvents(events);
                return client;
            } catch (UncheckedIOException | IllegalStateException brokenOff) {
                client.close();
                if (attempt == ATTEMPTS) {
                    throw brokenOff;
                }
                retries++;
            }
        }
    }
}
