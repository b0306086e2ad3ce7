package io.sseagent.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {
    private static final Figure TIME = Figure.ratio("CPU per event", "ns");
    private static final Figure COUNT = Figure.difference("classes", "");

    @Test
    void theBaseIsInItsUnitAndTheOthersAreAgainstIt() {
        Measurements measurements = new Measurements();
        for (int round = 0; round < 3; round++) {
            measurements.add(TIME, "none", round, 2000);
            measurements.add(TIME, "agent", round, 2000 + 40.0 * round * (round + 1));
            measurements.add(COUNT, "none", round, 2834);
            measurements.add(COUNT, "agent", round, 2834 + 640.5);
        }

        assertThat(new MarkdownTable(measurements, List.of("none", "agent", "absent")).render())
                .isEqualTo("""
                        | figure | none | agent | absent |
                        |---|---|---|---|
                        | CPU per event | 2000 ns | 1.040 (1.02..1.08) | - |
                        | classes | 2834 | +641 (+641..+641) | - |
                        """);
    }

    @Test
    void whatIsSmallKeepsItsDigitsAndItsSign() {
        Measurements measurements = new Measurements();
        measurements.add(COUNT, "none", 0, 12.345);
        measurements.add(COUNT, "agent", 0, 12.0);

        assertThat(new MarkdownTable(measurements, List.of("none", "agent")).render())
                .contains("| 12.35 | -0.3 (-0.3..-0.3) |");
    }
}
