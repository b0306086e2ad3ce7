package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Scrape;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A library whose hooks are gone: it is left alone and named, and what else runs there is observed. */
class DoctoredClassTest {
    private static final Pattern NOTICE = Pattern.compile("(?m)^\\{\"agent\":\"sse-agent\",\"tap\":.*}$");

    @Test
    void a_hook_that_does_not_match_is_told_and_touches_nothing() {
        try (ForkedServer server =
                ForkedServer.underAgent(TestApp.DOCTORED, Jdk.all().get(0))) {
            AgentMetrics metrics = server.agent();
            String notice = server.jvm().awaitOutput(NOTICE).group();

            assertThat(notice)
                    .contains("\"tap\":\"jetty\"", "\"status\":\"unmatched\"")
                    .contains("\"class\":\"org.eclipse.jetty.server.HttpOutput\"")
                    .doesNotContain("\"missing\":[]");
            assertThat(server.jvm().output()).contains("another HttpOutput");
            try (HttpConnection client = HttpConnection.to(server.application())) {
                assertThat(client.get("/feed").events().count()).isEqualTo(1);
            }
            Scrape page = metrics.await("the stream", now -> now.sum("sse_streams_closed_total") == 1);
            assertThat(page.sum("sse_agent_tap_info", "tap", "jetty", "status", "unmatched"))
                    .isEqualTo(1);
            assertThat(page.sum("sse_events_total")).isEqualTo(1);
            assertThat(page.sum("sse_agent_errors_total")).isZero();
            List<String> notices = server.jvm()
                    .output()
                    .lines()
                    .filter(NOTICE.asMatchPredicate())
                    .toList();
            assertThat(notices).containsExactly(notice);
        }
    }
}
