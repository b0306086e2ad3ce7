package io.sseagent.core.gc;

import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stream.StreamModel;
import io.sseagent.core.stream.Watch;
import java.util.Map;

/** Sets the pauses of the JVM against open streams. Listens from the first stream on, because that wakes JMX. */
public final class GcWatch extends Watch {
    private final StreamModel model;
    private final AgentHealth health;
    private boolean listening;

    /** Tells {@code model} of the pauses. */
    public GcWatch(StreamModel model, AgentHealth health) {
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
            new GcNotifications(model, health).begin();
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
