package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sseagent.testapps.matrix.Distributions.Installed;
import io.sseagent.testapps.matrix.faults.Fault;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link AdviceFaultTest}, for taps of servers that are published as distributions only. */
@Tag("distribution-contracts")
@ExtendWith(WhileThereIsTime.class)
class DistributionFaultTest {
    /** By what {@link Hooks#tap} calls them. */
    static final Set<String> TAPS = Set.of("glassfish", "openliberty");

    static Stream<Arguments> servers() {
        return Stream.of(
                arguments(Distributions.oldPayara(), "glassfish"),
                arguments(
                        Distributions.openLiberty(Distributions.BRIDGE + "," + Fault.class.getPackageName()),
                        "openliberty"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void a_hook_that_throws_is_switched_off_alone_and_the_application_notices_nothing(Installed installed, String tap)
            throws IOException {
        try (installed) {
            Set<String> own = AdviceFaults.adviceInJar();
            own.removeIf(advice -> !Hooks.tap(advice).equals(tap));
            assertThat(own).isNotEmpty();
            assertThat(AdviceFaults.prove(
                            installed.distribution(), installed.server().jdk()))
                    .containsAll(own);
        }
    }
}
