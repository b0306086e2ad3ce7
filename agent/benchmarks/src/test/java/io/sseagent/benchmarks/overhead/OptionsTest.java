package io.sseagent.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutOptionsEverythingIsMeasuredAtLength() {
        Options options = Options.parse(List.of());

        assertThat(options.scenarios()).containsExactly(Scenario.values());
        assertThat(options.wants("elastic")).isTrue();
        assertThat(options.events()).isEqualTo(1_000_000);
        assertThat(options.launches()).isEqualTo(4);
        assertThat(options.streams()).containsExactly(10, 1000, 20000);
        assertThat(options.agent()).isNull();
    }

    @Test
    void quickIsSmallerUnlessANumberIsGiven() {
        Options options = Options.parse(List.of("--quick", "--rounds", "9"));

        assertThat(options.events()).isLessThan(1_000_000);
        assertThat(options.launches()).isEqualTo(1);
        assertThat(options.rounds()).isEqualTo(9);
    }

    @Test
    void scenariosAndVariantsAreChosenByName() {
        Options options = Options.parse(
                List.of("--scenarios", "start-webflux,idle", "--variants", "sse-agent,by hand", "--streams", "500,20"));

        assertThat(options.scenarios()).containsExactly(Scenario.START_WEBFLUX, Scenario.IDLE);
        assertThat(options.wants("by hand")).isTrue();
        assertThat(options.wants("elastic")).isFalse();
        assertThat(options.streams()).containsExactly(20, 500);
    }

    @Test
    void noAgentIsAlwaysMeasured() {
        assertThat(Options.parse(List.of("--variants", "elastic")).wants("none"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--event", "--help", "--events"})
    void whatIsUnknownOrIncompleteIsRefused(String last) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--quick", last)))
                .withMessageContaining(last);
    }

    @Test
    void columnsOfTheUsersOwnAreNamedAndSplitAtBlanks() {
        Options options = Options.parse(
                List.of("--also", "serial=-XX:+UseSerialGC  -Da=b", "--also", "c1=-XX:TieredStopAtLevel=1"));

        assertThat(options.also())
                .containsExactly(
                        Variant.withoutAgent("serial", "-XX:+UseSerialGC", "-Da=b"),
                        Variant.withoutAgent("c1", "-XX:TieredStopAtLevel=1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--also", "-Da")));
    }

    @Test
    void anUnknownScenarioIsRefused() {
        Options options = Options.parse(List.of("--scenarios", "jetty"));

        assertThatIllegalArgumentException().isThrownBy(options::scenarios);
    }
}
