package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.stream.EndpointSnapshot;
import io.sseagent.core.stream.StreamModel;
import java.util.List;

/** One reading of the model as the families of the catalogue. Thread-safe; never stops a stream. */
final class MetricsReader {
    private final StreamModel model;
    private final String agentVersion;
    private final String javaVersion;

    MetricsReader(StreamModel model, String agentVersion, String javaVersion) {
        this.model = model;
        this.agentVersion = agentVersion;
        this.javaVersion = javaVersion;
    }

    MetricSnapshots read(NameFilter filter) {
        Samples samples = new Samples();
        if (model.isRecording()) {
            // first, because reading is among what the agent tells of itself
            addStreams(samples);
        }
        samples.add(MetricCatalogue.AGENT_BUILD, 1, agentVersion, javaVersion);
        AgentSamples.add(samples, model.health(), model.tracked());
        return samples.snapshots(filter);
    }

    /** Left out while disabled: totals that stand still would tell of streams that fell silent, and cost a reading. */
    private void addStreams(Samples samples) {
        List<EndpointSnapshot> endpoints = model.read();
        for (EndpointSnapshot endpoint : endpoints) {
            StreamSamples.add(samples, endpoint);
        }
    }
}
