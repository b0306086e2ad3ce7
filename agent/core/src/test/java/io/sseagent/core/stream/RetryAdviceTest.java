package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import org.junit.jupiter.api.Test;

class RetryAdviceTest {
    private final GivenModel given = new GivenModel("reconnect.window=60s");

    @Test
    void whoWasAskedToWaitIsGivenThatTimeToo() {
        SseStream patient = given.open();
        GivenModel.write(patient, "retry: 30000\n\n");
        patient.evidence(CloseReason.COMPLETE);
        patient.close();
        SseStream other = given.open(get("/other"));
        other.evidence(CloseReason.COMPLETE);
        other.close();
        given.clock.advanceSeconds(61);
        given.model.tick();
        assertThat(reconnects("/other", ReconnectOutcome.TIMEOUT)).isEqualTo(1);
        assertThat(reconnects("/feed", ReconnectOutcome.TIMEOUT)).isZero();

        given.clock.advanceSeconds(29);
        given.open();
        assertThat(reconnects("/feed", ReconnectOutcome.SUCCESS)).isEqualTo(1);
        SseStream again = given.open();
        again.evidence(CloseReason.COMPLETE);
        again.close();
        given.clock.advanceSeconds(91);
        given.model.tick();
        assertThat(reconnects("/feed", ReconnectOutcome.TIMEOUT)).isEqualTo(1);
    }

    @Test
    void anAdviceToStayAwayForEverEndsAfterADay() {
        SseStream stream = given.open();
        GivenModel.write(stream, "retry: 9223372036854775807\n\n");
        stream.evidence(CloseReason.COMPLETE);
        stream.close();
        given.clock.advanceSeconds(24 * 3600 + 61);
        given.model.tick();

        assertThat(reconnects("/feed", ReconnectOutcome.TIMEOUT)).isEqualTo(1);
    }

    private long reconnects(String route, ReconnectOutcome outcome) {
        return given.read(route).totals().reconnectCount(outcome);
    }
}
