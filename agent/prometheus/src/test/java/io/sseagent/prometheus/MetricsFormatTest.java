package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsFormatTest {
    private static final String PROTO = "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none | TEXT
            '' | TEXT
            */* | TEXT
            text/html, application/xhtml+xml, */*;q=0.8 | TEXT
            application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1 | OPEN_METRICS
            {proto}encoding=delimited;q=0.7,application/openmetrics-text;version=1.0.0;q=0.6,text/plain;q=0.4 | PROTOBUF
            {proto}encoding=delimited;q=0.3,text/plain;version=0.0.4;q=0.7 | TEXT
            {proto}encoding=text, application/openmetrics-text;q=0.1 | OPEN_METRICS
            application/vnd.google.protobuf | TEXT
            Application/OpenMetrics-Text | OPEN_METRICS
            application/openmetrics-text;q=0 | TEXT
            application/openmetrics-text;q=nonsense | TEXT
            ;;;=,,q=1 | TEXT
            """)
    void theHighestWeightDecides(String accept, MetricsFormat expected) {
        assertThat(MetricsFormat.preferredBy(accept == null ? null : accept.replace("{proto}", PROTO)))
                .isEqualTo(expected);
    }
}
