package io.sseagent.core.resources;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.bootstrap.StreamWork;
import io.sseagent.bootstrap.WorkLedger;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.config.ResourceConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamLife;
import io.sseagent.core.stream.StreamModel;
import io.sseagent.core.stream.Watch;

/** Follows what requests start, claims for a stream what its request has started, and tells what outlives it. */
public final class WorkWatch extends Watch {
    private final StreamModel model;
    private final Clock clock;
    private final WorkArming arming;
    private final Orphans orphans;
    private final StartedWorks started;
    private final HeldThreads held = new HeldThreads();
    private final ResourceAlerts alerts;
    private WorkLedger ledger;

    /** {@code arming} is for what the JDK starts, or null if that is to stay as it is; the taps of servers are in place. */
    public WorkWatch(
            StreamModel model,
            ResourceConfig config,
            AgentHealth health,
            Clock clock,
            ResourceAlerts alerts,
            WorkArming arming) {
        this.model = model;
        this.clock = clock;
        this.alerts = alerts;
        this.arming = arming;
        this.orphans = new Orphans(config.maxOrphanSites());
        this.started = new StartedWorks(config.maxTrackedWork(), config.orphansAfterNanos(), health, orphans);
    }

    @Override
    public String component() {
        return "orphans";
    }

    @Override
    protected void opened(StreamLife stream, StreamRequest request) {
        alerts.opened(stream);
        if (StreamWork.ledger() != null) {
            StreamEnd end = new StreamEnd(stream);
            stream.work(end);
            StreamWork.opened(request.work(), end);
        }
    }

    @Override
    protected void closed(StreamLife stream, CloseReason reason) {
        alerts.closed(stream);
        Object end = stream.work();
        if (end != null) {
            ((StreamEnd) end).ended(clock.nanos());
        }
    }

    @Override
    protected void look() {
        boolean first = ledger == null;
        if (first) {
            ledger = new WorkLedger();
        }
        StreamWork.keep(model.isRecording() ? ledger : null);
        started.look(ledger, clock.nanos(), clock.epochMillis());
        held.look(ledger.threads(), started);
        alerts.orphans(orphans);
        alerts.held(held);
        if (first && arming != null) {
            // last: what is woven calls a ledger that is there
            arming.arm();
        }
    }

    @Override
    protected void read(MetricSink sink) {
        orphans.read(sink);
        held.read(sink);
    }
}
