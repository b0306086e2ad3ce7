package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.ImpatientServletContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class JettyCoreImpatientContractTest extends ImpatientServletContract {

    JettyCoreImpatientContractTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Matrix.onNewestJdk(JettyCore.impatientServlets());
    }
}
