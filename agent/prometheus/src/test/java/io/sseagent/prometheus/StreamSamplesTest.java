package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.labels.LabelsConfig;
import org.junit.jupiter.api.Test;

class StreamSamplesTest {
    private static final long SECOND = 1_000_000_000L;

    private final RecordedModel recorded = new RecordedModel();

    @Test
    void endpointsOfOneRouteAreSummed() {
        SseStream h1 = recorded.open(RecordedModel.get("/feed").elapsedNanos(SECOND));
        SseStream h2 = recorded.open(new StreamRequest("jetty")
                .line("GET", "/feed", "HTTP/2.0", "10.0.0.2")
                .elapsedNanos(SECOND));
        recorded.write(h1, "data: 1\n\n", SECOND);
        recorded.write(h2, "data: 1\n\ndata: 2\n\n", SECOND);

        String text = recorded.text();

        assertThat(Series.value(text, "sse_events_total", "http_route", "/feed", "event", "message"))
                .isEqualTo(3);
        assertThat(Series.value(text, "sse_streams_opened_total", "kind", "fresh"))
                .isEqualTo(2);
        assertThat(Series.value(text, "sse_sent_bytes_total")).isEqualTo(27);
        assertThat(Series.value(text, "sse_stream_establish_seconds_count")).isEqualTo(2);
        assertThat(Series.value(text, "sse_stream_establish_seconds_sum")).isEqualTo(2);
        assertThat(Series.value(text, "sse_streams_active", "server", "tomcat", "http_version", "1.1"))
                .isEqualTo(1);
        assertThat(Series.value(text, "sse_streams_active", "server", "jetty", "http_version", "2"))
                .isEqualTo(1);
        assertThat(Series.value(text, "sse_stream_oldest_age_seconds")).isEqualTo(2);
    }

    @Test
    void modesStayApart() {
        recorded.open(RecordedModel.get("/feed"));
        recorded.open(new StreamRequest("tomcat").line("POST", "/feed", "HTTP/1.1", "10.0.0.1"));

        String text = recorded.text();

        assertThat(Series.labelValues(text, "sse_streams_opened_total", "mode"))
                .containsExactly("answer", "subscription");
        assertThat(Series.value(text, "sse_streams_opened_total", "kind", "fresh", "mode", "answer"))
                .isEqualTo(1);
        assertThat(Series.find(text, "sse_comments_total")).hasSize(1);
    }

    @Test
    void countersOfClosedSetsStartAtZero() {
        recorded.open(RecordedModel.get("/feed"));

        String text = recorded.text();

        for (CloseReason reason : CloseReason.values()) {
            assertThat(Series.value(text, "sse_streams_closed_total", "reason", reason.label()))
                    .isZero();
        }
        assertThat(Series.labelValues(text, "sse_stream_requests_total", "outcome"))
                .containsExactly("client_error", "no_content", "not_event_stream", "opened", "server_error");
        assertThat(Series.labelValues(text, "sse_reconnects_total", "outcome"))
                .containsExactly("failed", "success", "timeout");
        assertThat(Series.labelValues(text, "sse_streams_opened_total", "kind"))
                .containsExactly("attached", "fresh", "resumed");
        assertThat(Series.labelValues(text, "sse_blocks_undispatched_total", "reason"))
                .containsExactly("no_data", "truncated");
        assertThat(Series.labelValues(text, "sse_streams_stalled", "kind")).containsExactly("byte", "data");
        assertThat(Series.value(text, "sse_events_total", "event", "message")).isZero();
        assertThat(Series.value(text, "sse_sends_after_close_total")).isZero();
    }

    @Test
    void whatWasNeverSeenIsAbsent() {
        SseStream stream = recorded.open(RecordedModel.get("/feed").elapsedNanos(SECOND));
        recorded.clock.pass(SECOND);
        assertThat(Series.value(recorded.text(), "sse_stream_oldest_age_seconds"))
                .isEqualTo(1);

        stream.evidence(CloseReason.COMPLETE);
        stream.close();
        String text = recorded.text();

        assertThat(Series.find(text, "sse_stream_oldest_age_seconds")).isEmpty();
        assertThat(Series.find(text, "sse_retry_advised_seconds")).isEmpty();
        assertThat(Series.find(text, "sse_agent_start_duration_seconds")).isEmpty();
        assertThat(Series.find(text, "sse_write_seconds_bucket")).isEmpty();
        assertThat(Series.labelValues(text, "sse_stream_duration_seconds_count", "reason"))
                .containsExactly("complete");
        assertThat(Series.value(text, "sse_streams_active")).isZero();
    }

    @Test
    void anEventTypeNamedLikeTheOverflowIsOneSeriesWithIt() {
        SseStream stream = recorded.open(RecordedModel.get("/feed"));
        recorded.write(stream, "event: _other_\ndata: 1\n\n", 1);
        recorded.write(stream, "event: 550e8400-e29b-41d4-a716-446655440000\ndata: 1\n\n", 1);

        assertThat(Series.value(recorded.text(), "sse_events_total", "event", "_other_"))
                .isEqualTo(2);
    }

    @Test
    void labelValuesAreEscaped() {
        recorded.open(RecordedModel.get("/x").route("/say \"hi\"\\\n"));

        assertThat(recorded.text()).contains("http_route=\"/say \\\"hi\\\"\\\\\\n\"");
    }

    @Test
    void theStateIsOneOfAll() {
        String text = recorded.text();

        assertThat(Series.labelValues(text, "sse_agent_up", "state"))
                .containsExactly("degraded", "disabled", "running", "starting");
        assertThat(Series.value(text, "sse_agent_up", "state", "starting")).isEqualTo(1);
        assertThat(Series.value(text, "sse_agent_up", "state", "running")).isZero();
        assertThat(Series.value(text, "sse_agent_build_info", "version", "1.2.3", "java_version", "17.0.1"))
                .isEqualTo(1);
    }

    @Test
    void aScrapeCanNameItsFamilies() {
        recorded.write(recorded.open(RecordedModel.get("/feed")), "data: 1\n\n", SECOND);

        String text = Scrape.text(new MetricsReader(recorded.model, LabelsConfig.NONE, "1", "1")
                .read(
                        NameFilter.ofQuery("name%5B%5D=sse_events_total&name[]=sse_write_seconds_count&x=sse_agent_up"),
                        true));

        assertThat(Series.parse(text))
                .extracting(Series::name)
                .containsOnly(
                        "sse_events_total",
                        "sse_write_seconds_bucket",
                        "sse_write_seconds_count",
                        "sse_write_seconds_sum");
    }

    @Test
    void aRuleFoldsValuesAndSumsStayWhole() {
        for (String path : new String[] {"/prices", "/internal/jobs", "/internal/health"}) {
            recorded.write(recorded.open(RecordedModel.get(path)), "data: 1\n\n", SECOND);
        }
        LabelsConfig rule = RecordedModel.config("labels.deny=http_route:/internal/*")
                .exporter()
                .labels();

        String text = Scrape.text(new MetricsReader(recorded.model, rule, "1", "1").read(NameFilter.ALL, true));

        assertThat(text).doesNotContain("/internal");
        assertThat(Series.value(text, "sse_events_total", "http_route", "/prices"))
                .isEqualTo(1);
        assertThat(Series.value(text, "sse_events_total", "http_route", "_other_"))
                .isEqualTo(2);
        assertThat(Series.value(text, "sse_write_seconds_count", "http_route", "_other_", "outcome", "ok"))
                .isEqualTo(2);
        assertThat(Series.value(recorded.text(), "sse_agent_label_overflow_total", "label", "http_route"))
                .isEqualTo(2);
    }
}
