package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.SseServerContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("in-process")
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class InProcessContractTest extends SseServerContract {

    InProcessContractTest(InProcessServer server) {
        super(server);
    }

    /** Lowest and newest, all under one agent. */
    static Stream<InProcessServer> servers() {
        return Stream.of(
                        List.of(TestApp.JDK_HTTPSERVER, TestApp.JDK_HTTPSERVER_VIRTUAL),
                        NettyApp.all().toList(),
                        UndertowApp.handlers(),
                        List.of(GrizzlyApp.OLDEST, GrizzlyApp.V4_0, GrizzlyApp.NEWEST),
                        HelidonApp.all(),
                        List.of(SpringApp.WEBFLUX_5, SpringApp.WEBFLUX_6, SpringApp.WEBFLUX_7),
                        QuarkusApp.all(),
                        JettyCore.handlers().toList(),
                        FrameworkApp.vertx(),
                        FrameworkApp.armeria(),
                        FrameworkApp.micronaut(),
                        FrameworkApp.ktor(),
                        FrameworkApp.play())
                .flatMap(Matrix::inProcess);
    }
}
