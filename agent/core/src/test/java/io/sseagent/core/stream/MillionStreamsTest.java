package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.health.Bound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A million streams of the clients' choice, half of them never closed, in a heap of 64 MB. */
class MillionStreamsTest {
    /** Where the growth of a table may fall, and nothing that grows with the streams: 8 bytes each would be more. */
    private static final long FLAT_BYTES = 1 << 20;

    private static Map<String, String> printed;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionStreams.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        printed = new HashMap<>();
        output.lines()
                .forEach(line -> printed.put(
                        line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' ') + 1)));
    }

    @Test
    void theHeapIsFlat() {
        long early = number("heap " + MillionStreams.FLAT_FROM);
        long late = number("heap " + MillionStreams.OPENS);

        assertThat(late - early).isLessThan(FLAT_BYTES);
    }

    @Test
    void aReadingIsBounded() {
        // two modes and three protocols: what else clients make up is unknown
        long endpoints = (MillionStreams.ROUTES + 1) * 2 * 3;
        assertThat(number("endpoints")).isBetween(endpoints / 4, endpoints);
        assertThat(number("eventSeries")).isLessThanOrEqualTo(endpoints * (MillionStreams.TYPES + 2));
    }

    @Test
    void streamsUpToTheBoundAreTracked() {
        assertThat(number("tracked"))
                .isBetween(MillionStreams.STREAMS - 4L, (long) MillionStreams.STREAMS)
                .isEqualTo(number("held"));
        assertThat(number("opened")).isGreaterThan(10L * MillionStreams.STREAMS);
        assertThat(number("events")).isEqualTo(2 * number("opened"));
    }

    @Test
    void everyBoundOfTheModelWasReachedAndCounted() {
        for (Bound bound : EnumSet.range(Bound.ROUTES, Bound.STREAM_MEMORY)) {
            assertThat(overflow(bound)).as(bound.label()).isPositive();
        }
        assertThat(number("opened") + overflow(Bound.STREAMS)).isEqualTo(MillionStreams.OPENS);
    }

    private static long overflow(Bound bound) {
        return number("overflow " + bound.label());
    }

    private static long number(String name) {
        return Long.parseLong(printed.get(name));
    }
}
