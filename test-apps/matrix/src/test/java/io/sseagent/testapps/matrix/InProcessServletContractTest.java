package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.ServletServerContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("in-process")
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class InProcessServletContractTest extends ServletServerContract {

    InProcessServletContractTest(InProcessServer server) {
        super(server);
    }

    /** Lowest and newest, all under one agent; one Tomcat, because it sets what a JVM has once, the handlers of its URLs. */
    static Stream<InProcessServer> servers() {
        return Stream.of(
                        List.of(new TomcatInOneLoader(Tomcat.of("11.0.24"))),
                        UndertowApp.servlets(),
                        Jetty.all().toList(),
                        JettyCore.servlets())
                .flatMap(Matrix::inProcess);
    }
}
