package io.sseagent.instrumentation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private static final int EVENTS = 240;
    private static final double PACE_MILLIS = 10;
    private static final int PAIRS = 2000;

    private final Random random = new Random(20_260_701);

    @Test
    void a_pause_of_20_ms_at_each_write_is_a_difference() {
        for (int i = 0; i < PAIRS; i++) {
            assertThat(noisy(PACE_MILLIS).differFrom(noisy(PACE_MILLIS + 20))).isTrue();
            assertThat(noisy(PACE_MILLIS + 20).differFrom(noisy(PACE_MILLIS))).isTrue();
        }
    }

    @Test
    void events_that_come_in_pairs_are_a_difference_although_their_mean_is_the_same() {
        Waits paired = waits(at -> at % 2 == 0 ? 0 : 2 * PACE_MILLIS);
        assertThat(paired.differFrom(waits(at -> PACE_MILLIS))).isTrue();
        assertThat(waits(at -> PACE_MILLIS).differFrom(paired)).isTrue();
    }

    @Test
    void a_pause_at_every_third_event_is_a_difference() {
        Waits third = waits(at -> at % 3 == 0 ? PACE_MILLIS + 8 : PACE_MILLIS);
        assertThat(third.differFrom(waits(at -> PACE_MILLIS))).isTrue();
    }

    @Test
    void a_millisecond_at_each_event_is_none() {
        assertThat(waits(at -> PACE_MILLIS + 1).differFrom(waits(at -> PACE_MILLIS)))
                .isFalse();
    }

    @Test
    void a_machine_that_is_busy_for_a_tenth_of_one_sample_is_none() {
        Waits disturbed = waits(at -> at < EVENTS / 10.0 ? 10 * PACE_MILLIS : PACE_MILLIS);
        assertThat(disturbed.differFrom(waits(at -> PACE_MILLIS))).isFalse();
        assertThat(waits(at -> PACE_MILLIS).differFrom(disturbed)).isFalse();
    }

    @Test
    void noise_of_any_size_that_meets_both_is_none() {
        for (int i = 0; i < PAIRS; i++) {
            assertThat(noisy(PACE_MILLIS).differFrom(noisy(PACE_MILLIS))).isFalse();
        }
    }

    /** One wait in three is late, by 8 ms on average and sometimes by 50. */
    private Waits noisy(double meanMillis) {
        return waits(at -> meanMillis + (random.nextInt(3) == 0 ? -8 * Math.log(1 - random.nextDouble()) : 0));
    }

    private static Waits waits(DoubleUnaryOperator millis) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            all.add(millis.applyAsDouble(i));
        }
        return new Waits(all);
    }
}
