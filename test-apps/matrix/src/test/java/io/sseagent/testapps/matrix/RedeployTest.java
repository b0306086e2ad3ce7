package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Scrape;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An application that is undeployed and deployed fifty times, with streams open each time: of its class loaders the agent keeps
 * none. The same without the agent tells what Tomcat keeps by itself.
 */
class RedeployTest {
    private static final Jdk JDK = Jdk.all().get(0);
    private static final int ROUNDS = 50;
    private static final String APP = "/app";

    static Stream<Launch> tomcats() {
        return Stream.of(Tomcat.of("9.0.117"), Tomcat.of("10.1.59"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tomcats")
    void the_class_loader_of_an_application_goes_with_it(Launch tomcat) {
        long alone;
        try (ForkedServer server = ForkedServer.alone(tomcat, JDK)) {
            server.application();
            alone = loadersAfterRedeployments(server);
        }
        try (ForkedServer server = ForkedServer.underAgent(tomcat, JDK)) {
            AgentMetrics metrics = server.agent();

            // one of them is that of the application as it runs now
            assertThat(loadersAfterRedeployments(server)).isBetween(1L, alone);

            Scrape page = metrics.await("the end of all", now -> now.sum("sse_streams_active") == 0);
            assertThat(page.sum("sse_streams_opened_total"))
                    .isEqualTo(3.0 * ROUNDS)
                    .isEqualTo(page.sum("sse_streams_closed_total"));
            assertThat(page.sum("sse_streams_closed_total", "reason", "unknown"))
                    .isZero();
            assertThat(page.sum("sse_agent_errors_total")).isZero();
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    private static long loadersAfterRedeployments(ForkedServer server) {
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
    private static void redeployUnderStreams(ForkedServer server, TomcatDeployer deployer) {
        try (HttpConnection ends = HttpConnection.to(server.application());
                HttpConnection goesOn = HttpConnection.to(server.application())) {
            ends.open("/broadcast?interval=20").readEvents(1);
            goesOn.open("/forever?interval=20").readEvents(1);
            deployer.undeploy(APP);
        }
        deployer.deploy(APP);
        try (HttpConnection client = HttpConnection.to(server.application())) {
            assertThat(client.get("/blocking?events=3").events().count()).isEqualTo(3);
        }
    }
}
