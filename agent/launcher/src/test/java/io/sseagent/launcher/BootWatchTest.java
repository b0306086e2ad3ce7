package io.sseagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BootWatchTest {
    private final BootWatch boot = new BootWatch();

    @Test
    void a_boot_is_over_after_two_calm_seconds() {
        assertThat(over(900, 2800, 3100, 3149, 3150)).isEqualTo(4);
    }

    @Test
    void one_calm_second_is_a_pause() {
        assertThat(over(900, 2800, 2801, 3300, 3310, 3400, 3401, 3402)).isEqualTo(7);
    }

    @Test
    void an_application_that_does_nothing_has_booted() {
        assertThat(over(900, 900, 900)).isEqualTo(2);
    }

    @Test
    void classes_that_are_unloaded_are_no_boot() {
        assertThat(over(4000, 3000, 3010)).isEqualTo(2);
    }

    @Test
    void a_boot_that_never_calms_is_over_after_a_minute() {
        for (int second = 0; second < 60; second++) {
            assertThat(boot.isOver(second * 1000)).isFalse();
        }
        assertThat(boot.isOver(60_000)).isTrue();
    }

    /** The index of the first count at which it is over. */
    private int over(int... loaded) {
        for (int i = 0; i < loaded.length; i++) {
            if (boot.isOver(loaded[i])) {
                return i;
            }
        }
        return -1;
    }
}
