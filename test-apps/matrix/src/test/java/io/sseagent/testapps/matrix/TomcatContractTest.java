package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.ServletServerContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class TomcatContractTest extends ServletServerContract {

    TomcatContractTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Matrix.inTurns(Tomcat.all().toList());
    }
}
