package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.bootstrap.StreamWork;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceAlertsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final long SECOND = 1_000_000_000;

    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    ResourceAlertsTest() {
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setErr(standardError);
        StreamWork.requestEnds();
        StreamWork.keep(null);
    }

    @Test
    void orphans_are_told_once_when_they_reach_their_threshold() {
        GivenWork work = new GivenModel("alerts.orphans=2").work();
        work.start();
        work.settle();
        assertThat(lines()).isEmpty();

        work.start();
        work.settle();
        work.settle();

        assertThat(lines())
                .containsPattern(
                        "\\A\\[sse-agent] WARN alert: 2 orphans of kind thread started at "
                                + "io\\.sseagent\\.core\\.stream\\.GivenWork\\.start:\\d+, such as for route /feed, at 20\\S+\\s+\\z");
    }

    @Test
    void threads_that_streams_hold_are_told_when_they_are_too_many_and_again_after_they_were_not() {
        GivenModel given = new GivenModel("alerts.threads=1");
        GivenWork work = given.work();
        for (int i = 0; i < 2; i++) {
            StreamWork.requestBegins();
            SseStream stream = given.open(traced());
            work.settle();
            work.settle();
            stream.close();
            work.settle();
        }

        assertThat(lines().split("alert: 1 threads are held by streams, such as for route /feed, trace " + TRACE))
                .hasSize(3);
    }

    @Test
    void a_long_pause_under_an_open_stream_is_told_one_in_ten_seconds() {
        GivenModel given = new GivenModel("alerts.gc.pause=500ms");
        GivenWork work = given.work();
        work.pause(SECOND);
        SseStream stream = given.open(traced());
        work.pause(SECOND / 4);
        assertThat(lines()).isEmpty();

        work.pause(SECOND);
        work.pause(SECOND);
        stream.close();
        work.settle();
        work.pause(SECOND);

        assertThat(lines())
                .containsPattern("\\A\\S+ WARN alert: Copy stopped the JVM for 1\\.000 s \\(Test\\), "
                        + "such as for route /feed, trace " + TRACE + ", at 20\\S+\\s+\\z");
    }

    private static StreamRequest traced() {
        return GivenModel.get("/feed").header(StreamRequest.TRACEPARENT, "00-" + TRACE + "-00f067aa0ba902b7-01");
    }

    private String lines() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
