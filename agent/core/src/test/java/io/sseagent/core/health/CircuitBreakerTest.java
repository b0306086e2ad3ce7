package io.sseagent.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final int RECOVERY_SECONDS = 60;

    private final RecordedSwitch recorded = new RecordedSwitch();
    private double heap = 0.5;
    private double scrape = Double.NaN;
    private long nowSeconds = Long.MAX_VALUE / TimeUnit.SECONDS.toNanos(1) - 50;
    private final CircuitBreaker breaker = breaker(0.95);

    private CircuitBreaker breaker(double heapLimit) {
        return new CircuitBreaker(
                List.of(new BreakerLimit("heap", () -> heap, heapLimit), new BreakerLimit("scrape", () -> scrape, 5)),
                TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS),
                recorded.agentSwitch,
                recorded.health);
    }

    private void pass(int seconds) {
        pass(breaker, seconds);
    }

    private void pass(CircuitBreaker which, int seconds) {
        for (int i = 0; i < seconds; i++) {
            which.tick(TimeUnit.SECONDS.toNanos(1) * nowSeconds++);
        }
    }

    private boolean disabled() {
        return recorded.health.state() == AgentState.DISABLED;
    }

    @Test
    void staysClosedBelowTheLimit() {
        heap = 0.95;
        pass(1000);

        assertThat(recorded.switched).isEmpty();
        assertThat(recorded.health.trips()).isEmpty();
    }

    @Test
    void tripsOnThreeReadingsInARowAndTellsOnce() {
        heap = 0.96;
        pass(2);
        assertThat(disabled()).isFalse();
        pass(10);

        assertThat(disabled()).isTrue();
        assertThat(recorded.health.trips()).containsOnly(java.util.Map.entry("heap", 1L));
        assertThat(recorded.logged())
                .containsExactly("[sse-agent] WARN the agent is disabled by the circuit breaker, heap is 0.96,"
                        + " the limit is 0.95; it tries again in 60 s at the earliest (change 1)");
    }

    @Test
    void aSpikeDoesNotTrip() {
        for (int i = 0; i < 100; i++) {
            heap = i % 3 == 0 ? 0.5 : 0.99;
            pass(1);
        }

        assertThat(recorded.switched).isEmpty();
    }

    @Test
    void recoversAfterTheTimeWhenWellBelowTheLimit() {
        heap = 0.99;
        pass(3);
        heap = 0.90;
        pass(RECOVERY_SECONDS + 100);
        assertThat(disabled()).as("below the limit, but not well").isTrue();

        heap = 0.85;
        pass(1);
        assertThat(disabled()).isFalse();
        assertThat(recorded.switched).containsExactly(false, true);
    }

    @Test
    void doesNotRecoverBeforeTheTime() {
        heap = 0.99;
        pass(3);
        heap = 0.1;
        pass(RECOVERY_SECONDS - 1);
        assertThat(disabled()).isTrue();
        pass(1);
        assertThat(disabled()).isFalse();
    }

    @Test
    void whoeverTripsAgainWaitsTwiceAsLongUpToSixteenTimes() {
        int[] waits = {60, 120, 240, 480, 960, 960};
        for (int wait : waits) {
            heap = 0.99;
            pass(3);
            assertThat(disabled()).isTrue();
            heap = 0.1;
            pass(wait - 1);
            assertThat(disabled()).as("%d s", wait).isTrue();
            pass(1);
            assertThat(disabled()).as("%d s", wait).isFalse();
        }
    }

    @Test
    void aGoodTimeMakesForgetful() {
        heap = 0.99;
        pass(3);
        heap = 0.1;
        pass(RECOVERY_SECONDS + 601);
        heap = 0.99;
        pass(3);
        heap = 0.1;
        pass(RECOVERY_SECONDS);

        assertThat(disabled()).isFalse();
        assertThat(recorded.switched).containsExactly(false, true, false, true);
    }

    @Test
    void anUnendingOscillationSwitchesRarely() {
        for (int i = 0; i < 24 * 3600; i++) {
            heap = i / 5 % 2 == 0 ? 0.99 : 0.1;
            pass(1);
        }

        assertThat(recorded.switched).hasSizeBetween(4, 2 * (5 + 24 * 3600 / 960));
    }

    @Test
    void slowScrapesCountOneByOneAndASilentScraperIsWell() {
        for (int i = 0; i < 3; i++) {
            assertThat(disabled()).isFalse();
            scrape = 6;
            pass(1);
            scrape = Double.NaN;
            pass(15);
        }
        assertThat(recorded.health.trips()).containsOnlyKeys("scrape");

        pass(RECOVERY_SECONDS);
        assertThat(disabled()).isFalse();
    }

    @Test
    void aLimitThatIsOffIsNeverPassed() {
        heap = 1;
        pass(breaker(Double.POSITIVE_INFINITY), 100);

        assertThat(recorded.switched).isEmpty();
    }

    @Test
    void anOperatorsDecisionOutlivesTheRecovery() {
        heap = 0.99;
        pass(3);
        recorded.agentSwitch.disable(DisabledBy.REQUEST, "somebody");
        heap = 0.1;
        pass(RECOVERY_SECONDS);

        assertThat(disabled()).isTrue();
        assertThat(recorded.agentSwitch.heldBy()).containsExactly("a request");
    }
}
