package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.ServletServerContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class JettyCoreServletContractTest extends ServletServerContract {

    JettyCoreServletContractTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        Stream<ForkedServer> more = Matrix.onEveryJdk(JettyCore.newestWithServlets61());
        return Stream.concat(Matrix.lowestAndNewest(JettyCore.servlets()), Matrix.isFull() ? more : Stream.empty());
    }
}
