package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.core.health.AgentHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconnectListenerTest {
    private static final String TRACKER = "io.sseagent.core.stream.ReconnectTracker";

    private final AgentHealth health = new AgentHealth();
    private final List<String> told = new ArrayList<>();
    /** A tracker that is none throws at each call. */
    private final ReconnectListener listener = new ReconnectListener(null, health, new AdviceFailureListener() {
        @Override
        public void firstFailure(String advice, Throwable failure) {
            told.add("first " + advice);
        }

        @Override
        public void tooManyFailures(String advice) {
            told.add("too many " + advice);
        }
    });

    @Test
    void itIsExpectedToFailNever() {
        assertThat(health.errors()).isEqualTo(Map.of("ReconnectTracker", 0L));
    }

    @Test
    void whatItThrowsStaysInsideAndAfterTenFailuresItIsLeftAlone() {
        for (int i = 0; i < 4; i++) {
            listener.opened(1, null, null);
            listener.refused(1, null, null);
            listener.closed(1, null, CloseReason.COMPLETE);
        }
        assertThat(health.errors()).isEqualTo(Map.of("ReconnectTracker", 10L));
        assertThat(told).containsExactly("first " + TRACKER, "too many " + TRACKER);
    }
}
