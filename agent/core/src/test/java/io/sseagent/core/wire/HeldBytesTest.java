package io.sseagent.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldBytesTest {
    private static final long NO_DELAY = HeldBytes.NO_DELAY;

    private final HeldBytes held = new HeldBytes(this, "path");

    @Test
    void bytes_that_were_held_at_two_looks_are_unflushed_until_they_have_passed() {
        assertThat(held.look(100, 60, 1_000)).isEqualTo(NO_DELAY);
        assertThat(held.isHeld()).isFalse();

        assertThat(held.look(100, 60, 2_000)).isEqualTo(NO_DELAY);
        assertThat(held.isHeld()).isTrue();

        // more has come, and of the first a part has passed
        assertThat(held.look(150, 90, 3_000)).isEqualTo(NO_DELAY);
        assertThat(held.isHeld()).isTrue();

        assertThat(held.look(150, 150, 4_000)).isEqualTo(3_000);
        assertThat(held.isHeld()).isFalse();
        assertThat(held.look(150, 150, 5_000)).isEqualTo(NO_DELAY);
    }

    @Test
    void a_look_between_a_write_and_its_flush_proves_nothing() {
        for (long i = 1; i < 10; i++) {
            assertThat(held.look(i * 100, i * 100 - 50, i * 1_000)).isEqualTo(NO_DELAY);
            assertThat(held.isHeld()).isFalse();
        }
    }

    @Test
    void what_is_held_behind_bytes_that_have_passed_waits_from_then_on() {
        held.look(100, 0, 1_000);
        held.look(100, 0, 2_000);

        assertThat(held.look(180, 100, 3_000)).isEqualTo(2_000);
        assertThat(held.isHeld()).isFalse();
        assertThat(held.look(180, 100, 4_000)).isEqualTo(NO_DELAY);
        assertThat(held.isHeld()).isTrue();
        assertThat(held.look(180, 180, 5_000)).isEqualTo(2_000);
    }

    /** Text counts by its characters, which may be less than its bytes. */
    @Test
    void more_passed_than_was_written_is_nothing_held() {
        held.look(100, 120, 1_000);
        held.look(110, 130, 2_000);

        assertThat(held.isHeld()).isFalse();
    }
}
