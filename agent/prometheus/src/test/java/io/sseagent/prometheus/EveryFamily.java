package io.sseagent.prometheus;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.bootstrap.StreamWork;
import io.sseagent.core.audience.AudienceWatch;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.config.DeliveryConfig;
import io.sseagent.core.delivery.DeliveryWatch;
import io.sseagent.core.gc.GcWatch;
import io.sseagent.core.health.AgentState;
import io.sseagent.core.health.Bound;
import io.sseagent.core.health.TapSource;
import io.sseagent.core.health.TapStatus;
import io.sseagent.core.jvm.JvmWatch;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import io.sseagent.core.resources.ResourceAlerts;
import io.sseagent.core.resources.WorkWatch;
import io.sseagent.core.stream.Watch;
import io.sseagent.core.wire.WireWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Makes a model in which every family of the catalogue has something to tell. */
final class EveryFamily {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final Thread LEFT_BEHIND = new Thread();

    private EveryFamily() {}

    static RecordedModel record() {
        RecordedModel recorded = ofTheModel();
        connection(recorded);
        leftBehind(recorded);
        recorded.model.watches().add(new JvmWatch());
        return recorded;
    }

    /** All that needs no more than java.base and wakes nothing. */
    static RecordedModel ofTheModel() {
        RecordedModel recorded = new RecordedModel();
        DeliveryConfig delivery = RecordedModel.config("delivery.event.time=/time,backlog.events.enabled=true")
                .delivery();
        recorded.model.watches().add(new DeliveryWatch(delivery, recorded.health, recorded.clock));
        streams(recorded);
        agent(recorded);
        return recorded;
    }

    private static void streams(RecordedModel recorded) {
        recorded.model
                .watches()
                .add(new AudienceWatch(
                        RecordedModel.config("audience.samples.min=1").audience(), recorded.clock));
        recorded.model.watches().add(new GcWatch(recorded.model, recorded.health, (gc, cause, nanos) -> {}));
        SseStream first =
                recorded.open(RecordedModel.traced(RecordedModel.get("/prices")).elapsedNanos(7 * MILLI));
        recorded.write(first, "retry: 2500\ndata: 1\n\n", 2 * MILLI);
        recorded.clock.pass(SECOND);
        recorded.write(first, "event: tick\ndata: 2\n\n: heartbeat\n\nevent: lost\n\n", MILLI);
        first.failed(new IOException("Broken pipe"), recorded.clock.nanos() - MILLI);
        first.close();
        first.wrote(new byte[] {1}, 0, 1, recorded.clock.nanos());
        recorded.clock.pass(3 * SECOND);

        SseStream again = recorded.open(RecordedModel.get("/prices")
                .header(StreamRequest.LAST_EVENT_ID, "41")
                .elapsedNanos(4 * MILLI));
        recorded.write(again, "data: cut off", MILLI);
        again.evidence(CloseReason.COMPLETE);
        again.close();

        recorded.model.refused(RecordedModel.get("/prices"), 204);
        SseStream standing = recorded.open(RecordedModel.get("/prices").elapsedNanos(MILLI));
        recorded.write(standing, "data: 3\n\n", MILLI);
        recorded.model.paused("G1 Young Generation", "Allocation Failure", 12 * MILLI);
        long time = recorded.clock.epochMillis() - 40;
        recorded.write(standing, "id: 42\ndata: {\"time\":" + time + "}\n\n", MILLI);
        recorded.clock.pass(SECOND);
        recorded.model.tick();
    }

    /** A thread that never ran, of a stream that has ended; and one that a stream holds while it looks. */
    private static void leftBehind(RecordedModel recorded) {
        AgentConfig config = AgentConfig.load("orphans.after=1s", new Properties(), Map.of());
        AgentLog log = AgentLog.toStandardError(LogLevel.OFF);
        ResourceAlerts alerts = new ResourceAlerts(config.resources(), log, recorded.clock);
        WorkWatch watch =
                new WorkWatch(recorded.model, config.resources(), recorded.health, recorded.clock, alerts, null);
        recorded.model.watches().add(watch);
        look(recorded, watch);
        StreamWork.requestBegins();
        StreamWork.threadStarts(LEFT_BEHIND, false);
        recorded.open(RecordedModel.get("/prices")).close();
        StreamWork.requestBegins();
        SseStream holding = recorded.open(RecordedModel.get("/prices"));
        look(recorded, watch);
        look(recorded, watch);
        holding.close();
        StreamWork.requestEnds();
        recorded.clock.pass(2 * SECOND);
        look(recorded, watch);
    }

    private static void look(RecordedModel recorded, Watch watch) {
        try {
            recorded.model.watches().look(watch);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** A stream whose connection the kernel shows. */
    private static void connection(RecordedModel recorded) {
        try {
            Path folder = Files.createTempDirectory("proc-net");
            Path sockets = folder.resolve("tcp");
            Path statistics = folder.resolve("snmp");
            Files.writeString(
                    sockets,
                    "   0: 0100007F:1F90 010200C0:9C41 08 0000002E:00000000 01:00000014 00000001  1000        0 4711 1\n");
            Files.writeString(statistics, "Tcp: RtoAlgorithm RetransSegs\nTcp: 1 17\n");
            WireWatch watch = new WireWatch(
                    recorded.model,
                    RecordedModel.config("").wire(),
                    AgentLog.toStandardError(LogLevel.OFF),
                    recorded.clock,
                    folder.toFile());
            recorded.model.watches().add(watch);
            AtomicLong written = new AtomicLong(9);
            SseStream stream = recorded.open(RecordedModel.get("/prices")
                    .socket("192.0.2.1", 0x9c41, 8080)
                    .written(written, "get"));
            for (int looks = 0; looks < 2; looks++) {
                recorded.model.watches().look(watch);
                recorded.clock.pass(SECOND);
            }
            recorded.write(stream, "data: 5\n\n", MILLI);
            recorded.model.watches().look(watch);
            Files.delete(sockets);
            Files.delete(statistics);
            Files.delete(folder);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void agent(RecordedModel recorded) {
        recorded.health.state(AgentState.RUNNING);
        recorded.health.started(80 * MILLI);
        recorded.health.error("tomcat.WriteAdvice");
        recorded.health.overflow(Bound.ROUTES);
        recorded.health.taps(new TapSource() {
            @Override
            public List<TapStatus> taps() {
                return List.of(new TapStatus("tomcat-7.0", "10.1.59", "matched", Set.of("WriteAdvice")));
            }
        });
    }
}
