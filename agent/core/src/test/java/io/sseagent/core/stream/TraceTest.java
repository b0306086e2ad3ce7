package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.stats.Exemplar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN_ID = "00f067aa0ba902b7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what a later version adds",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            })
    void readsTheTwoIds(String traceparent) {
        Exemplar exemplar = Trace.parse(traceparent).exemplar(7, 8);

        assertThat(exemplar.traceId()).isEqualTo(TRACE_ID);
        assertThat(exemplar.spanId()).isEqualTo(SPAN_ID);
        assertThat(exemplar.value()).isEqualTo(7);
        assertThat(exemplar.epochMillis()).isEqualTo(8);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "garbage",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-011",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902\"}-01",
                " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-\uff10\uff11",
            })
    void aMalformedHeaderIsNoTrace(String traceparent) {
        assertThat(Trace.parse(traceparent)).isNull();
    }

    @Test
    void zerosInFrontStay() {
        Exemplar exemplar = Trace.parse("00-000000000000000000000000000000ab-00000000000000cd-01")
                .exemplar(7, 8);

        assertThat(exemplar.traceId()).isEqualTo("000000000000000000000000000000ab");
        assertThat(exemplar.spanId()).isEqualTo("00000000000000cd");
    }

    @Test
    void aHeaderOfAnyLengthIsNoTrouble() {
        assertThat(Trace.parse("0".repeat(1_000_000))).isNull();
    }
}
