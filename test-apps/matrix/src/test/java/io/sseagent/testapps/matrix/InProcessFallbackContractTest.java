package io.sseagent.testapps.matrix;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** In a JVM of its own, because where a container is known the fallback sleeps. */
@Tag("in-process")
@ParameterizedClass(name = "{0}")
@MethodSource("inProcess")
class InProcessFallbackContractTest extends FallbackContract {

    InProcessFallbackContractTest(InProcessServer server) {
        super(server);
    }

    static Stream<InProcessServer> inProcess() {
        return Matrix.inProcess(List.of(UnknownContainer.values()));
    }
}
