package io.sseagent.testapps.matrix;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The unmodified hystrix-examples-webapp 1.5.18 on stock Tomcats. */
class HystrixTest {

    static Stream<ForkedServer> servers() {
        return Tomcat.withHystrix().flatMap(launch -> Matrix.jdks().map(jdk -> ForkedServer.underAgent(launch, jdk)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void what_clients_received_was_counted_and_little_more(ForkedServer server) {
        try (server) {
            EndlessStreams.assertCounted(server, War.HYSTRIX);
        }
    }
}
