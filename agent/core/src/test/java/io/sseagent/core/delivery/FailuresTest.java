package io.sseagent.core.delivery;

import static io.sseagent.core.delivery.GivenDelivery.get;
import static io.sseagent.core.delivery.GivenDelivery.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.health.Bound;
import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final GivenDelivery given =
            new GivenDelivery("delivery.failure.code=/error/code,delivery.values.max=2,delivery.event.time=/e");

    private Double failures(String stage, String cause, String code) {
        return given.read().number("sse_failures_total", "/feed", stage, cause, code);
    }

    @Test
    void endsAndRefusalsAreAttributed() {
        close(CloseReason.APP_ERROR);
        close(CloseReason.ASYNC_TIMEOUT);
        close(CloseReason.IDLE_TIMEOUT);
        close(CloseReason.CLIENT_CLOSED);
        close(CloseReason.COMPLETE);
        SseStream failing = given.open();
        failing.failed(new InterruptedIOException("too slow"), 1);
        failing.close();
        SseStream truncated = given.open();
        write(truncated, "data: cut off");
        truncated.evidence(CloseReason.COMPLETE);
        truncated.close();
        given.model.refused(get("/feed"), 503);
        given.model.refused(get("/feed"), 404);
        given.model.refused(get("/feed"), 200);
        given.model.refused(get("/feed"), 204);

        assertThat(failures("produce", "app_error", "")).isEqualTo(1);
        assertThat(failures("produce", "async_timeout", "")).isEqualTo(1);
        assertThat(failures("transport", "idle_timeout", "")).isEqualTo(1);
        assertThat(failures("write", "write_failed", "")).isEqualTo(1);
        assertThat(failures("serialise", "truncated", "")).isEqualTo(1);
        assertThat(failures("accept", "server_error", "")).isEqualTo(1);
        assertThat(failures("accept", "client_error", "")).isEqualTo(1);
        assertThat(failures("accept", "not_event_stream", "")).isEqualTo(1);
        assertThat(failures("client", "client_closed", "")).isZero();
        assertThat(failures("produce", "business", "")).isZero();
    }

    private void close(CloseReason reason) {
        SseStream stream = given.open();
        stream.evidence(reason);
        stream.close();
    }

    @Test
    void anAnswerThatItsClientLeavesHasFailed() {
        StreamRequest ask = new StreamRequest("tomcat").line("POST", "/feed", "HTTP/1.1", "10.0.0.1");
        SseStream stream = given.open(ask);
        stream.evidence(CloseReason.CLIENT_CLOSED);
        stream.close();

        assertThat(failures("client", "client_closed", "")).isEqualTo(1);
    }

    @Test
    void eventsOfFailuresCountByTheirCodeAndHaveNoTimes() {
        SseStream stream = given.open();
        String failed = "event: error\ndata: {\"error\":{\"code\":%s}}\n\n";
        write(
                stream,
                String.format(failed, "50301") + String.format(failed, "\"RISK_7\"") + String.format(failed, "1"));
        write(stream, "event: error\ndata: overloaded\n\nevent: errors\ndata: {\"error\":{\"code\":2}}\n\n");

        assertThat(failures("produce", "business", "50301")).isEqualTo(1);
        assertThat(failures("produce", "business", "RISK_7")).isEqualTo(1);
        assertThat(failures("produce", "business", "_other_")).isEqualTo(1);
        assertThat(failures("produce", "business", "")).isEqualTo(1);
        assertThat(given.health.overflows()).containsEntry(Bound.DELIVERY_VALUES.label(), 1L);
        assertThat(given.read().rejects("missing")).isEqualTo(1);
        assertThat(given.read().allRejects()).isEqualTo(1);
    }
}
