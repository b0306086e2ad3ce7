package io.sseagent.core.gc;

import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stream.StreamModel;
import io.sseagent.core.stream.Watch;
import java.util.Map;

/** Sets the pauses of the JVM against open streams. Listens from the first stream on, because that wakes JMX. */
public final class GcWatch extends Watch implements GcListener {
    private final StreamModel model;
    private final AgentHealth health;
    private final GcListener alerts;
    private boolean listening;

    /** Tells {@code model} of the pauses, and then {@code alerts}. */
    public GcWatch(StreamModel model, AgentHealth health, GcListener alerts) {
        this.alerts = alerts;
        this.model = model;
        this.health = health;
    }

    @Override
    public String component() {
        return GcNotifications.COMPONENT;
    }

    @Override
    protected void look() {
        if (!listening) {
            listening = true;
            new GcNotifications(this, health).begin();
        }
    }

    @Override
    public void paused(String gc, String cause, long nanos) {
        model.paused(gc, cause, nanos);
        if (model.isRecording()) {
            alerts.paused(gc, cause, nanos);
        }
    }

    @Override
    protected void read(MetricSink sink) {
        for (Map.Entry<String, Map<String, HistogramTotals>> gc :
                model.gcPauses().read().entrySet()) {
            for (Map.Entry<String, HistogramTotals> cause : gc.getValue().entrySet()) {
                sink.add(MetricCatalogue.GC_PAUSE, cause.getValue(), gc.getKey(), cause.getKey());
            }
        }
    }
}
