package io.sseagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DutyTest {
    private final AgentHealth health = new AgentHealth();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final Counted duty = new Counted("watch", health, log());

    private static final class Counted extends Duty {
        private Throwable failure;
        private int performed;

        Counted(String component, AgentHealth health, AgentLog log) {
            super(component, health, log);
        }

        @Override
        void perform() throws Exception {
            performed++;
            if (failure instanceof Error) {
                throw (Error) failure;
            } else if (failure != null) {
                throw (Exception) failure;
            }
        }
    }

    private AgentLog log() {
        PrintStream real = System.err;
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            return AgentLog.toStandardError(LogLevel.INFO);
        } finally {
            System.setErr(real);
        }
    }

    private List<String> lines() {
        return logged.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void attempt(int times) {
        for (int i = 0; i < times; i++) {
            duty.attempt();
        }
    }

    @Test
    void itIsCountedFromZeroOn() {
        assertThat(health.errors()).isEqualTo(Map.of("watch", 0L));
        attempt(3);
        assertThat(duty.performed).isEqualTo(3);
        assertThat(health.errors()).isEqualTo(Map.of("watch", 0L));
        assertThat(lines()).isEmpty();
    }

    @Test
    void whateverItThrowsStaysInsideAndItRestsAfterTenFailures() {
        for (Throwable failure :
                List.of(new IOException("no disk"), new StackOverflowError(), new OutOfMemoryError())) {
            duty.performed = 0;
            duty.failure = failure;
            attempt(Duty.FAILURES_TO_REST + Duty.RESTS);
            assertThat(duty.performed).as(failure.toString()).isEqualTo(Duty.FAILURES_TO_REST);
        }
        assertThat(health.errors()).isEqualTo(Map.of("watch", 30L));
        assertThat(lines())
                .containsExactly(
                        "[sse-agent] WARN housekeeping failed and goes on: watch: java.io.IOException: no disk",
                        "[sse-agent] ERROR housekeeping failed too often and rests for ten minutes: watch",
                        "[sse-agent] WARN housekeeping failed and goes on: watch: java.lang.StackOverflowError",
                        "[sse-agent] WARN housekeeping failed and goes on: watch: java.lang.OutOfMemoryError");
    }

    @Test
    void failuresThatDoNotFollowEachOtherNeverMakeItRest() {
        for (int i = 0; i < 100; i++) {
            duty.failure = new IllegalStateException();
            attempt(Duty.FAILURES_TO_REST - 1);
            duty.failure = null;
            attempt(1);
        }
        assertThat(duty.performed).isEqualTo(100 * Duty.FAILURES_TO_REST);
    }

    @Test
    void aFailingProbeReadsNothingAndReadsAgainLater() {
        double[] value = {0.5};
        GuardedProbe probe = new GuardedProbe(
                "heap",
                () -> {
                    if (value[0] < 0) {
                        throw new UnsupportedOperationException();
                    }
                    return value[0];
                },
                health,
                log());
        assertThat(probe.read()).isEqualTo(0.5);
        value[0] = -1;
        assertThat(probe.read()).isNaN();
        value[0] = 0.25;
        assertThat(probe.read()).isEqualTo(0.25);
        assertThat(health.errors()).containsEntry("breaker_heap", 1L);
    }
}
