package io.sseagent.core.stream;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamWork;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import io.sseagent.core.resources.ResourceAlerts;
import io.sseagent.core.resources.WorkWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Threads that are started for one stream of a model, as woven code tells of them. They never run. */
final class GivenWork {
    private final GivenModel given;
    private final WorkWatch watch;
    private final ResourceAlerts alerts;
    private final List<Thread> alive = new ArrayList<>();

    GivenWork(GivenModel given, AgentConfig config) {
        this.given = given;
        AgentLog log = AgentLog.toStandardError(LogLevel.WARN);
        alerts = new ResourceAlerts(config.resources(), log, given.clock);
        watch = new WorkWatch(given.model, config.resources(), given.health, given.clock, alerts, null);
        given.model.watches().add(watch);
        given.open().close();
        look();
    }

    void start() {
        StreamWork.requestBegins();
        SseStream stream = given.open();
        StreamWork.threadStarts(thread(), false);
        stream.close();
    }

    /** At one of five places. */
    void startAt(int place) {
        StreamWork.requestBegins();
        SseStream stream = given.open();
        switch (place) {
            case 0 -> StreamWork.threadStarts(thread(), false);
            case 1 -> StreamWork.threadStarts(thread(), false);
            case 2 -> StreamWork.threadStarts(thread(), false);
            case 3 -> StreamWork.threadStarts(thread(), false);
            default -> StreamWork.threadStarts(thread(), false);
        }
        stream.close();
    }

    private Thread thread() {
        Thread thread = new Thread();
        alive.add(thread);
        return thread;
    }

    /** Of the JVM. */
    void pause(long nanos) {
        alerts.paused("Copy", "Test", nanos);
    }

    /** The time of orphans has come. */
    void settle() {
        given.clock.advanceMillis(TimeUnit.MINUTES.toMillis(1));
        look();
    }

    private void look() {
        try {
            given.model.watches().look(watch);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
