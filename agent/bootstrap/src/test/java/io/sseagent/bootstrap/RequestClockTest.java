package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestClockTest {
    private static final int SLOTS = 1 << 12;

    private final RequestClock clock = new RequestClock();

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, 1_000, 123_456_789_000L, -123_456_789_000L, -2_000, Long.MAX_VALUE / 2, Long.MIN_VALUE / 2})
    void tellsTheTimeSinceTheStartFromAnyOrigin(long startNanos) {
        Object request = new Object();
        clock.started(request, startNanos);

        assertThat(clock.elapsedNanos(request, startNanos)).isZero();
        // to the microsecond, which a start before the origin may miss by one
        assertThat(clock.elapsedNanos(request, startNanos + 5_000)).isBetween(4_000L, 5_000L);
        assertThat(clock.elapsedNanos(request, startNanos + 86_400_000_000_000L))
                .isBetween(86_399_999_999_000L, 86_400_000_000_000L);
    }

    @Test
    void aRequestThatWasNeverStartedIsUnknown() {
        assertThat(clock.elapsedNanos(new Object(), 1_000)).isEqualTo(-1);
    }

    @Test
    void theLastStartOfAPooledRequestCounts() {
        Object pooled = new Object();
        clock.started(pooled, 1_000_000);
        clock.started(pooled, 5_000_000);

        assertThat(clock.elapsedNanos(pooled, 6_000_000)).isEqualTo(1_000_000);
    }

    @Test
    void anOverwrittenStartIsUnknownAndNotAnothersTime() {
        Object[] sameSlot = twoOfOneSlot();
        clock.started(sameSlot[0], 1_000_000);
        clock.started(sameSlot[1], 2_000_000);

        assertThat(clock.elapsedNanos(sameSlot[0], 3_000_000)).isEqualTo(-1);
        assertThat(clock.elapsedNanos(sameSlot[1], 3_000_000)).isEqualTo(1_000_000);
    }

    /** Two objects whose identity hashes differ above the slot's bits, and in more than the lowest bit of the tag. */
    private static Object[] twoOfOneSlot() {
        Map<Integer, Object> bySlot = new HashMap<>();
        for (int i = 0; i < 100 * SLOTS; i++) {
            Object one = new Object();
            int hash = System.identityHashCode(one);
            Object other = bySlot.putIfAbsent(hash & (SLOTS - 1), one);
            if (other != null && System.identityHashCode(other) >>> 12 != hash >>> 12) {
                return new Object[] {other, one};
            }
        }
        throw new AssertionError("no two objects share a slot");
    }
}
