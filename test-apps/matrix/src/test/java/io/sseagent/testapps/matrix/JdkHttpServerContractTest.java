package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.SseServerContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class JdkHttpServerContractTest extends SseServerContract {
    JdkHttpServerContractTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Stream.concat(
                Matrix.onEveryJdk(TestApp.JDK_HTTPSERVER), Matrix.onEveryJdk(TestApp.JDK_HTTPSERVER_VIRTUAL));
    }
}
