package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.sseagent.core.labels.LabelsConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against client_java's own writers. */
class TextFormatTest {
    @Test
    void everyFamilyReadsAsClientJavaWritesIt() throws IOException {
        MetricSnapshots families = new MetricsReader(EveryFamily.record().model, LabelsConfig.NONE, "1.2.3", "17")
                .read(NameFilter.ALL, true);

        assertThatBothFormatsAgree(families);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                1,
                -1,
                0.1,
                1e-9,
                9_999_999,
                10_000_000,
                123_456_789_012.0,
                0x1p53,
                0x1p53 - 1,
                1e300,
                3.141592653589793,
                Double.MIN_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void everyNumberReadsAsClientJavaWritesIt(double value) throws IOException {
        assertThatBothFormatsAgree(new MetricSnapshots(
                GaugeSnapshot.builder()
                        .name("gauge")
                        .help("A gauge.")
                        .dataPoint(new GaugeDataPointSnapshot(value, Labels.EMPTY, null))
                        .build(),
                CounterSnapshot.builder()
                        .name("counter")
                        .help("A counter.")
                        .dataPoint(new CounterDataPointSnapshot(
                                Math.abs(Double.isNaN(value) ? 0 : value), Labels.EMPTY, null, 0))
                        .build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "back\\slash",
                "quote\"",
                "line\nfeed",
                "\\\"\n",
                "größe",
                "日本",
                "😀",
                "a\r\tb",
                "\\"
            })
    void everyTextReadsAsClientJavaWritesIt(String text) throws IOException {
        assertThatBothFormatsAgree(new MetricSnapshots(GaugeSnapshot.builder()
                .name("gauge")
                .help("Help: " + text)
                .dataPoint(new GaugeDataPointSnapshot(1, Labels.of("first", text, "second", "b" + text), null))
                .build()));
    }

    @Test
    void aLabelLongerThanTheBufferIsWhole() throws IOException {
        assertThatBothFormatsAgree(new MetricSnapshots(GaugeSnapshot.builder()
                .name("gauge")
                .help("A gauge.")
                .dataPoint(new GaugeDataPointSnapshot(1, Labels.of("long", "é".repeat(20_000)), null))
                .dataPoint(new GaugeDataPointSnapshot(2, Labels.of("long", "e".repeat(20_000)), null))
                .build()));
    }

    private static void assertThatBothFormatsAgree(MetricSnapshots families) throws IOException {
        assertThat(text(MetricsFormat.TEXT, families)).isEqualTo(text(PrometheusTextFormatWriter.create(), families));
        assertThat(text(MetricsFormat.OPEN_METRICS, families))
                .isEqualTo(text(OpenMetricsTextFormatWriter.create(), families));
        assertThat(MetricsFormat.TEXT.contentType()).isEqualTo(PrometheusTextFormatWriter.CONTENT_TYPE);
        assertThat(MetricsFormat.OPEN_METRICS.contentType()).isEqualTo(OpenMetricsTextFormatWriter.CONTENT_TYPE);
    }

    private static String text(MetricsFormat format, MetricSnapshots families) {
        return new String(Scrape.bytes(format, families), StandardCharsets.UTF_8);
    }

    private static String text(ExpositionFormatWriter writer, MetricSnapshots families) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, families, EscapingScheme.ALLOW_UTF8);
        return out.toString(StandardCharsets.UTF_8);
    }
}
