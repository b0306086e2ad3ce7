package io.sseagent.testapps.matrix;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The fallback for servlet containers that no tap knows, javax on the JDK that runs the tests and jakarta on the newest. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class UnknownContainerContractTest extends FallbackContract {

    UnknownContainerContractTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Matrix.lowestAndNewest(List.of(UnknownContainer.values()));
    }
}
