package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.SseServerContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class FrameworkContractTest extends SseServerContract {

    FrameworkContractTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Stream.of(
                        FrameworkApp.vertx(),
                        FrameworkApp.armeria(),
                        FrameworkApp.micronaut(),
                        FrameworkApp.ktor(),
                        FrameworkApp.play(),
                        QuarkusApp.all())
                .flatMap(Matrix::lowestAndNewest);
    }
}
