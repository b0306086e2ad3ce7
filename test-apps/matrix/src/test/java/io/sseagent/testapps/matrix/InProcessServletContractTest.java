package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.ServletServerContract;
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

    /** Lowest and newest, all under one agent. */
    static Stream<InProcessServer> servers() {
        return Stream.of(
                        Tomcat.all().map(TomcatInOneLoader::of).toList(),
                        UndertowApp.servlets(),
                        Jetty.all().toList(),
                        JettyCore.servlets())
                .flatMap(Matrix::inProcess);
    }
}
