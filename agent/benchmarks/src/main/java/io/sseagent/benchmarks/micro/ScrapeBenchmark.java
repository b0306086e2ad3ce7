package io.sseagent.benchmarks.micro;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.stream.StreamModel;
import io.sseagent.prometheus.ScrapeRendering;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One scrape of many open streams: reading the model, rendering it and writing the answer. Allocation: run with {@code -prof gc}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScrapeBenchmark {
    private static final int EVENT_BYTES = 100;
    private static final int EVENTS_PER_STREAM = 5;
    private static final String PROTOBUF =
            "Accept: application/vnd.google.protobuf;" + "proto=io.prometheus.client.MetricFamily;encoding=delimited";

    /** Open streams. */
    @Param("20000")
    public int streams;

    /** Routes that they are spread over. */
    @Param("200")
    public int routes;

    private final List<SseStream> open = new ArrayList<>();
    private StreamModel model;
    private ScrapeRendering scrape;

    /** Opens the streams and lets each send a few events. */
    @Setup
    public void open() {
        model = Models.installed();
        scrape = new ScrapeRendering(model);
        ByteBuffer event = ByteBuffer.wrap(EventText.oneEvent(EVENT_BYTES));
        for (int i = 0; i < streams; i++) {
            open.add(Models.open("/events/of-" + i % routes, "client " + i));
        }
        for (int sent = 0; sent < EVENTS_PER_STREAM; sent++) {
            for (SseStream stream : open) {
                stream.wrote(event, 0, EVENT_BYTES, System.nanoTime());
                stream.flushed();
            }
        }
        if (model.tracked() != streams) {
            throw new IllegalStateException(model.tracked() + " of " + streams + " streams are tracked");
        }
    }

    /** Reading alone. */
    @Benchmark
    public int read() {
        return model.read().size();
    }

    /** The whole answer in text format 0.0.4, as it goes to the socket. */
    @Benchmark
    public void answerInText(Taken taken) throws IOException {
        scrape.answer("Accept: text/plain", taken);
    }

    /** The same, compressed. */
    @Benchmark
    public void answerInGzip(Taken taken) throws IOException {
        scrape.answer("Accept-Encoding: gzip", taken);
    }

    /** In OpenMetrics 1.0. */
    @Benchmark
    public void answerInOpenMetrics(Taken taken) throws IOException {
        scrape.answer("Accept: application/openmetrics-text", taken);
    }

    /** In protobuf, with native histograms. */
    @Benchmark
    public void answerInProtobuf(Taken taken) throws IOException {
        scrape.answer(PROTOBUF, taken);
    }

    /** Takes everything at once and keeps nothing. */
    @State(Scope.Benchmark)
    public static class Taken extends OutputStream {
        private final CRC32 seen = new CRC32();

        @Override
        public void write(int octet) {
            seen.update(octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            seen.update(bytes, offset, length);
        }
    }
}
