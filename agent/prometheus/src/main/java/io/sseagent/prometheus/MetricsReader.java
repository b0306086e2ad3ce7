package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.sseagent.core.catalogue.AgentMetrics;
import io.sseagent.core.labels.LabelRules;
import io.sseagent.core.labels.LabelsConfig;
import io.sseagent.core.stream.EndpointSnapshot;
import io.sseagent.core.stream.StreamModel;
import java.util.List;

/** One reading of the model as the families of the catalogue. Thread-safe; never stops a stream. */
final class MetricsReader {
    private final StreamModel model;
    private final String agentVersion;
    private final String javaVersion;
    private final Samples samples;

    MetricsReader(StreamModel model, LabelsConfig labels, String agentVersion, String javaVersion) {
        this.samples = new Samples(new LabelRules(labels, model.health()));
        this.model = model;
        this.agentVersion = agentVersion;
        this.javaVersion = javaVersion;
    }

    /** The wanted families, with native buckets for a format that has them. One reading at a time. */
    synchronized MetricSnapshots read(NameFilter filter, boolean nativeBuckets) {
        samples.begin();
        if (model.isRecording()) {
            // first, because reading is among what the agent tells of itself
            addStreams();
        }
        samples.add(AgentMetrics.BUILD, 1, agentVersion, javaVersion);
        AgentSamples.add(samples, model.health(), model.tracked());
        return samples.snapshots(filter, nativeBuckets);
    }

    /** Left out while disabled: totals that stand still would tell of streams that fell silent, and cost a reading. */
    private void addStreams() {
        List<EndpointSnapshot> endpoints = model.read();
        for (EndpointSnapshot endpoint : endpoints) {
            StreamSamples.add(samples, endpoint);
        }
        model.watches().read(samples);
    }
}
