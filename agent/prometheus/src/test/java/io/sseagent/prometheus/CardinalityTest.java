package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.sseagent.core.health.Bound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CardinalityTest {
    private final RunningEndpoint running = RunningEndpoint.start(RunningEndpoint.PATIENT);

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void itCountsWhatAScrapeShows() throws Exception {
        for (String path : new String[] {"/prices", "/news", "/alerts"}) {
            running.recorded.write(running.recorded.open(RecordedModel.get(path)), "data: 1\n\ndata: 2\n\n", 1_000_000);
        }
        running.recorded.health.overflow(Bound.EVENT_TYPES);

        JsonObject answer = cardinality();
        long series = Series.parse(running.get("/metrics").text()).size();
        assertThat(answer.get("series").getAsLong()).isEqualTo(series);
        assertThat(answer.getAsJsonObject("families").entrySet().stream()
                        .mapToLong(family -> family.getValue().getAsLong())
                        .sum())
                .isEqualTo(series);
        assertThat(answer.getAsJsonObject("families").get("sse_sent_bytes").getAsLong())
                .isEqualTo(3);
        JsonObject route = answer.getAsJsonObject("labels").getAsJsonObject("http_route");
        assertThat(route.get("values").getAsLong()).isEqualTo(3);
        assertThat(route.get("series").getAsLong())
                .isEqualTo(Series.parse(running.get("/metrics").text()).stream()
                        .filter(each -> each.labels().containsKey("http_route"))
                        .count());
        JsonObject overflows = answer.getAsJsonObject("overflows");
        assertThat(overflows.getAsJsonObject("event").get("count").getAsLong()).isEqualTo(1);
        assertThat(overflows.getAsJsonObject("stream").get("count").getAsLong()).isZero();
        assertThat(overflows.getAsJsonObject("http_route").get("setting").getAsString())
                .isEqualTo("routes.max");
    }

    @Test
    void itNamesNoValueOfALabel() throws Exception {
        running.recorded.open(RecordedModel.get("/prices"));

        assertThat(running.get(CardinalityHandler.PATH).text()).doesNotContain("prices");
    }

    @Test
    void itCanOnlyBeRead() throws Exception {
        assertThat(running.send("POST /cardinality HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isEqualTo(405);
    }

    private JsonObject cardinality() throws Exception {
        return new Gson().fromJson(running.get(CardinalityHandler.PATH).text(), JsonObject.class);
    }
}
