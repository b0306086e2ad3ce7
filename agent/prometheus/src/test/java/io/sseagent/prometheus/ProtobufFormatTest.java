package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusProtobufWriter;
import io.prometheus.metrics.expositionformats.generated.com_google_protobuf_4_35_0.Metrics;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.labels.LabelsConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProtobufFormatTest {
    private static final long MILLI = 1_000_000L;

    @Test
    void theGeneratedWriterSaysTheSame() throws IOException {
        MetricSnapshots families = new MetricsReader(EveryFamily.record().model, LabelsConfig.NONE, "1.2.3", "17")
                .read(NameFilter.ALL, true);
        ByteArrayOutputStream generated = new ByteArrayOutputStream();
        new PrometheusProtobufWriter().write(generated, families, EscapingScheme.ALLOW_UTF8);

        assertThat(decode(Scrape.bytes(MetricsFormat.PROTOBUF, families)))
                .hasSizeGreaterThan(20)
                .isEqualTo(decode(generated.toByteArray()));
    }

    @Test
    void nativeBucketsHoldWhatWasRecorded() throws IOException {
        RecordedModel recorded = new RecordedModel();
        SseStream stream = recorded.open(RecordedModel.get("/feed"));
        long[] writesNanos = {1, 3 * MILLI, 3 * MILLI, 4 * MILLI, 20 * MILLI, 30 * MILLI, 900 * MILLI};
        for (long nanos : writesNanos) {
            recorded.write(stream, "data: 1\n\n", nanos);
        }

        Metrics.Histogram histogram = histogram(recorded, "sse_write_seconds");

        Map<Integer, Long> expected = new TreeMap<>();
        for (int i = 1; i < writesNanos.length; i++) {
            int index = (int) Math.ceil(8 * Math.log(writesNanos[i] / 1e9) / Math.log(2));
            expected.merge(index, 1L, Long::sum);
        }
        assertThat(buckets(histogram)).isEqualTo(expected);
        assertThat(histogram.getSchema()).isEqualTo(3);
        assertThat(histogram.getZeroCount()).isEqualTo(1);
        assertThat(histogram.getZeroThreshold()).isBetween(1e-9, 1e-5);
        assertThat(histogram.getSampleCount()).isEqualTo(writesNanos.length);
        assertThat(histogram.getSampleSum()).isEqualTo(0.960000001);
        assertThat(histogram.getBucketList())
                .filteredOn(bucket -> bucket.getUpperBound() == 0.005)
                .extracting(Metrics.Bucket::getCumulativeCount)
                .containsExactly(4L);
        assertThat(histogram.getBucket(histogram.getBucketCount() - 1).getUpperBound())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void exemplarsCarryTheTrace() throws IOException {
        RecordedModel recorded = new RecordedModel();
        recorded.open(RecordedModel.traced(RecordedModel.get("/feed")).elapsedNanos(7 * MILLI));

        Metrics.Histogram histogram = histogram(recorded, "sse_stream_establish_seconds");

        assertThat(histogram.getBucketList().stream().filter(Metrics.Bucket::hasExemplar))
                .singleElement()
                .satisfies(bucket -> {
                    assertThat(bucket.getUpperBound()).isEqualTo(0.01);
                    assertThat(bucket.getExemplar().getValue()).isEqualTo(0.007);
                    assertThat(bucket.getExemplar().getLabelList())
                            .extracting(label -> label.getName() + "=" + label.getValue())
                            .containsExactly("span_id=" + RecordedModel.SPAN_ID, "trace_id=" + RecordedModel.TRACE_ID);
                    assertThat(bucket.getExemplar().getTimestamp().getSeconds()).isEqualTo(1_700_000_001L);
                });
    }

    private static Metrics.Histogram histogram(RecordedModel recorded, String name) throws IOException {
        MetricSnapshots families = new MetricsReader(recorded.model, LabelsConfig.NONE, "1", "17")
                .read(NameFilter.ofQuery("name[]=" + name), true);
        List<Metrics.MetricFamily> decoded = decode(Scrape.bytes(MetricsFormat.PROTOBUF, families));
        assertThat(decoded).hasSize(1);
        assertThat(decoded.get(0).getMetricList()).hasSize(1);
        return decoded.get(0).getMetric(0).getHistogram();
    }

    private static Map<Integer, Long> buckets(Metrics.Histogram histogram) {
        Map<Integer, Long> counts = new TreeMap<>();
        int index = 0;
        int delta = 0;
        long count = 0;
        for (Metrics.BucketSpan span : histogram.getPositiveSpanList()) {
            index += span.getOffset();
            for (int i = 0; i < span.getLength(); i++) {
                count += histogram.getPositiveDelta(delta++);
                if (count > 0) {
                    counts.put(index, count);
                }
                index++;
            }
        }
        assertThat(delta).isEqualTo(histogram.getPositiveDeltaCount());
        return counts;
    }

    static List<Metrics.MetricFamily> decode(byte[] delimited) throws IOException {
        List<Metrics.MetricFamily> families = new ArrayList<>();
        ByteArrayInputStream in = new ByteArrayInputStream(delimited);
        while (in.available() > 0) {
            families.add(Metrics.MetricFamily.parseDelimitedFrom(in));
        }
        return families;
    }
}
