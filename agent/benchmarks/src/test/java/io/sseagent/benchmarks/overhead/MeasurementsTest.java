package io.sseagent.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasurementsTest {
    private static final Figure TIME = Figure.ratio("time", "ns");
    private static final Figure COUNT = Figure.difference("count", "B");

    private final Measurements measurements = new Measurements();

    @Test
    void roundsArePairedSoThatASlowMinuteHitsBothSides() {
        measurements.add(TIME, "none", 0, 100);
        measurements.add(TIME, "agent", 0, 110);
        measurements.add(TIME, "none", 1, 300);
        measurements.add(TIME, "agent", 1, 330);
        measurements.add(TIME, "none", 2, 100);
        measurements.add(TIME, "agent", 2, 110);

        assertThat(measurements.compared(TIME, "agent", "none")).isEqualTo(new Spread(1.1, 1.1, 1.1, 3));
    }

    @Test
    void theRatioOfMediansIsNotWhatIsTold() {
        measurements.add(TIME, "none", 0, 100);
        measurements.add(TIME, "agent", 0, 200);
        measurements.add(TIME, "none", 1, 400);
        measurements.add(TIME, "agent", 1, 400);
        measurements.add(TIME, "none", 2, 500);
        measurements.add(TIME, "agent", 2, 500);

        assertThat(measurements.compared(TIME, "agent", "none").median()).isEqualTo(1);
        assertThat(measurements.absolute(TIME, "none").median()).isEqualTo(400);
    }

    @Test
    void countsAreSubtracted() {
        measurements.add(COUNT, "none", 0, 114);
        measurements.add(COUNT, "agent", 0, 170);

        assertThat(measurements.compared(COUNT, "agent", "none").median()).isEqualTo(56);
    }

    @Test
    void aRoundThatOneSideMissedIsLeftOut() {
        measurements.add(COUNT, "none", 0, 10);
        measurements.add(COUNT, "agent", 0, 11);
        measurements.add(COUNT, "agent", 1, 1000);
        measurements.add(COUNT, "none", 2, 5);

        assertThat(measurements.compared(COUNT, "agent", "none")).isEqualTo(new Spread(1, 1, 1, 1));
    }

    @Test
    void nothingInCommonIsNoComparison() {
        measurements.add(COUNT, "none", 0, 10);
        measurements.add(COUNT, "agent", 1, 11);

        assertThat(measurements.compared(COUNT, "agent", "none")).isNull();
        assertThat(measurements.compared(TIME, "agent", "none")).isNull();
        assertThat(measurements.absolute(COUNT, "absent")).isNull();
    }
}
