package io.sseagent.benchmarks.micro;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.stream.StreamModel;
import io.sseagent.prometheus.ScrapeRendering;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** One scrape of many open streams: reading the model and rendering it. Allocation: run with {@code -prof gc}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScrapeBenchmark {
    private static final int EVENT_BYTES = 100;
    private static final int EVENTS_PER_STREAM = 5;

    /** Open streams. */
    @Param("20000")
    public int streams;

    /** Routes that they are spread over. */
    @Param("200")
    public int routes;

    private final List<SseStream> open = new ArrayList<>();
    private StreamModel model;
    private ScrapeRendering scrape;
    private ByteArrayOutputStream body;

    /** Opens the streams and lets each send a few events. */
    @Setup
    public void open() {
        model = Models.installed();
        scrape = new ScrapeRendering(model);
        body = new ByteArrayOutputStream(1 << 23);
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

    /** Reading and text rendering. */
    @Benchmark
    public int readAndRender() throws IOException {
        body.reset();
        scrape.writeText(body);
        return body.size();
    }
}
