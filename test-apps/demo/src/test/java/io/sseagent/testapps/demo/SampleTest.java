package io.sseagent.testapps.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void readsNamesLabelsAndValues() {
        assertThat(Sample.parse("""
                        # TYPE sse_streams_active gauge
                        sse_streams_active{http_route="/feed",mode="standing"} 3.0
                        plain 1.5e3 1700000000000

                        bucket{le="+Inf"} +Inf
                        """))
                .containsExactly(
                        new Sample("sse_streams_active", Map.of("http_route", "/feed", "mode", "standing"), 3),
                        new Sample("plain", Map.of(), 1500),
                        new Sample("bucket", Map.of("le", "+Inf"), Double.POSITIVE_INFINITY));
    }

    @Test
    void labelValuesMayHoldQuotesBackslashesLineFeedsCommasAndBraces() {
        assertThat(Sample.parse("a{b=\"say \\\"x\\\" \\\\ \\n , }\",c=\"\"} 1"))
                .containsExactly(new Sample("a", Map.of("b", "say \"x\" \\ \n , }", "c", ""), 1));
    }

    @Test
    void aLineWithoutValueIsRefused() {
        assertThatThrownBy(() -> Sample.parse("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }
}
