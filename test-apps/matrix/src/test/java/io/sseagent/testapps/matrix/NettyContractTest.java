package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.SseServerContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class NettyContractTest extends SseServerContract {

    NettyContractTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Stream.concat(
                Matrix.onEveryJdk(SpringApp.WEBFLUX_6),
                Matrix.inTurns(NettyApp.all().toList()));
    }
}
