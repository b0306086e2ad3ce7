package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.ResponseBody;
import io.sseagent.instrumentation.testing.Scrape;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Times, codes and ids that an application writes into its events are read from them, if that is configured. */
class DeliveryTest {
    private static final String FAMILY = "sse_delivery_seconds";

    @Test
    void events_tell_how_late_they_are_what_failed_and_who_is_behind() throws IOException {
        try (ForkedServer server = ForkedServer.underAgent(
                        TestApp.JDK_HTTPSERVER,
                        Jdk.all().get(0),
                        "delivery.event.time=/meta/happened",
                        "delivery.publish.time=/meta/published",
                        "delivery.scene=/scene",
                        "delivery.channel=header:X-Channel",
                        "delivery.failure.code=/error/code",
                        "delivery.routes=/timed",
                        "backlog.events.enabled=true");
                HttpConnection client = HttpConnection.to(server.application());
                HttpConnection slow = HttpConnection.to(server.application());
                HttpConnection fast = HttpConnection.to(server.application())) {
            AgentMetrics metrics = server.agent();
            client.open("/timed?events=40&age=500&lag=200", "X-Channel: app").readAll();

            Scrape page = metrics.await("an error", now -> now.sum("sse_failures_total", "biz_code", "50301") == 1);
            String[] write = {"http_route", "/timed", "leg", "event_to_write", "scene", "pay", "channel", "app"};
            assertThat(page.sum(FAMILY + "_count", write)).isEqualTo(40);
            assertThat(page.sum(FAMILY + "_sum", write)).isGreaterThanOrEqualTo(40 * 0.5);
            assertThat(page.sum(FAMILY + "_count", "leg", "event_to_publish")).isEqualTo(40);
            assertThat(page.sum(FAMILY + "_sum", "leg", "event_to_publish")).isBetween(7.999, 8.001);
            assertThat(page.sum(FAMILY + "_sum", "leg", "publish_to_write")).isGreaterThanOrEqualTo(40 * 0.3);
            assertThat(page.sum("sse_timestamp_rejects_total", "reason", "missing"))
                    .isEqualTo(2);
            assertThat(page.sum("sse_timestamp_rejects_total")).isEqualTo(2);
            String[] median = {"leg", "event_to_write", "quantile", "0.5"};
            assertThat(page.sum("sse_delivery_window_seconds", median)).isGreaterThanOrEqualTo(0.5);

            ResponseBody behind = slow.open("/forever?interval=600000");
            behind.readEvents(1);
            fast.open("/forever?interval=10").readEvents(20);
            metrics.await(
                    "a stream that is behind", now -> now.sum("sse_backlog_events", "http_route", "/forever") >= 19);
            assertThat(metrics.read().toString()).doesNotContain("http_route=\"/forever\",leg=");
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    @Test
    void a_pointer_that_is_none_switches_this_off_and_nothing_else() throws IOException {
        try (ForkedServer server = ForkedServer.underAgent(
                        TestApp.JDK_HTTPSERVER,
                        Jdk.all().get(0),
                        "delivery.event.time=meta.happened",
                        "delivery.failure.code=/error/code");
                HttpConnection client = HttpConnection.to(server.application())) {
            client.open("/timed?events=3").readAll();

            Scrape page =
                    server.agent().await("all events", now -> now.sum("sse_events_total", "http_route", "/timed") == 5);
            assertThat(page.toString()).doesNotContain(FAMILY, "sse_failures_total");
            assertThat(server.agentProblems())
                    .singleElement()
                    .asString()
                    .contains(
                            "delivery.event.time",
                            "meta.happened",
                            "a JSON pointer",
                            "the delivery SLA is switched off");
        }
    }
}
