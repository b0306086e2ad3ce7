package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.SseServerContract;
import io.sseagent.testapps.matrix.Distributions.Installed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Without what {@link DistributionContractTest} asks beyond it. */
@Tag("distribution-contracts")
@ExtendWith(WhileThereIsTime.class)
@ParameterizedClass(name = "{0}")
@MethodSource("installed")
class DistributionStreamContractTest extends SseServerContract {

    DistributionStreamContractTest(Installed installed) {
        super(installed.server());
    }

    static Stream<Installed> installed() {
        return Distributions.oddOnes();
    }
}
