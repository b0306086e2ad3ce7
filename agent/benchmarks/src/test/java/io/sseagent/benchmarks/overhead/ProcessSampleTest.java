package io.sseagent.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessSampleTest {

    @Test
    void theAnswerOfAnApplicationIsRead() {
        assertThat(ProcessSample.parse("stats 1 2 3 4 5 6")).isEqualTo(new ProcessSample(1, 2, 3, 4, 5, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "stats", "stats 1 2 3 4 5", "stats 1 2 3 4 5 6 7", "sent 1 2 3 4 5 6", "stats 1 2 3 4 5 x"})
    void anythingElseIsRefused(String answer) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProcessSample.parse(answer));
    }

    @Test
    void theOrderOfVariantsRotatesWithTheRound() {
        assertThat(OverheadRun.rotated(List.of("a", "b", "c"), 0)).containsExactly("a", "b", "c");
        assertThat(OverheadRun.rotated(List.of("a", "b", "c"), 1)).containsExactly("b", "c", "a");
        assertThat(OverheadRun.rotated(List.of("a", "b", "c"), 3)).containsExactly("a", "b", "c");
        assertThat(OverheadRun.rotated(List.of("a", "b", "c"), -1)).containsExactly("c", "a", "b");
    }
}
