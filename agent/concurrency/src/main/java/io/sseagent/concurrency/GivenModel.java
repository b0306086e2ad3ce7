package io.sseagent.concurrency;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.config.ModelConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.stream.AdviceFailureListener;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.EndpointSnapshot;
import io.sseagent.core.stream.OpenKind;
import io.sseagent.core.stream.StreamCounter;
import io.sseagent.core.stream.StreamModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A model of its own for each trial, written to as the taps do and read as a scrape does; all streams are of one route. */
final class GivenModel {
    private static final ModelConfig CONFIG =
            AgentConfig.load(null, new Properties(), Map.of()).model();
    private static final AdviceFailureListener NO_ADVICE = new AdviceFailureListener() {
        @Override
        public void firstFailure(String advice, Throwable failure) {}

        @Override
        public void tooManyFailures(String advice) {}
    };

    final AgentHealth health = new AgentHealth();
    final StreamModel model = new StreamModel(CONFIG, health, Clock.SYSTEM, NO_ADVICE);

    SseStream open() {
        return model.opened(new StreamRequest("tomcat").line("GET", "/feed", "HTTP/1.1", "192.0.2.1"));
    }

    /** One whole event. */
    static void send(SseStream stream, String event) {
        byte[] bytes = event.getBytes(StandardCharsets.US_ASCII);
        stream.wrote(bytes, 0, bytes.length, 1);
    }

    static void end(SseStream stream, CloseReason reason) {
        stream.evidence(reason);
        stream.close();
    }

    Reading read() {
        return new Reading(model.read());
    }

    /** The totals of one reading; of no endpoint, zeros. */
    static final class Reading {
        final int endpoints;
        final int active;
        final int opened;
        final int closed;
        final int events;
        final int bytes;
        final int sentAfterClose;

        Reading(List<EndpointSnapshot> snapshots) {
            endpoints = snapshots.size();
            EndpointSnapshot one = snapshots.isEmpty() ? null : snapshots.get(0);
            active = one == null ? 0 : one.active();
            opened = one == null ? 0 : opened(one);
            closed = one == null ? 0 : closed(one);
            events = one == null ? 0 : (int) one.totals().streams().events();
            bytes = one == null ? 0 : (int) one.totals().streams().get(StreamCounter.BYTES);
            sentAfterClose = one == null ? 0 : (int) one.totals().streams().get(StreamCounter.SENDS_AFTER_CLOSE);
        }

        private static int opened(EndpointSnapshot snapshot) {
            long opened = 0;
            for (OpenKind kind : OpenKind.values()) {
                opened += snapshot.totals().openedCount(kind);
            }
            return (int) opened;
        }

        private static int closed(EndpointSnapshot snapshot) {
            long closed = 0;
            for (CloseReason reason : CloseReason.values()) {
                closed += snapshot.totals().closedCount(reason);
            }
            return (int) closed;
        }

        /** What every scrape has to satisfy on its own. */
        boolean addsUp() {
            return opened - closed == active;
        }

        /** Whether no total is below that of an earlier reading. */
        boolean follows(Reading earlier) {
            return opened >= earlier.opened
                    && closed >= earlier.closed
                    && events >= earlier.events
                    && bytes >= earlier.bytes
                    && sentAfterClose >= earlier.sentAfterClose;
        }
    }
}
