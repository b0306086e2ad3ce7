package io.sseagent.benchmarks.micro;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.stream.StreamModel;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Two threads, a stream each, one route: whatever they share shows as the difference to {@link TapBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@Threads(2)
public class TwoStreamsBenchmark {
    private static final int EVENT_BYTES = 100;

    private ByteBuffer event;
    private SseStream stream;

    /** The model of both threads. */
    @State(Scope.Benchmark)
    public static class Shared {
        private final StreamModel model = Models.installed();
    }

    /** Opens this thread's stream. */
    @Setup
    public void open(Shared shared) {
        event = ByteBuffer.wrap(EventText.oneEvent(EVENT_BYTES));
        stream = Models.open("/events", Thread.currentThread().getName());
        if (shared.model.tracked() == 0) {
            throw new IllegalStateException("the stream is not in the shared model");
        }
    }

    /** As {@link TapBenchmark#flushedEvent}. */
    @Benchmark
    public void flushedEvent() {
        long startNanos = System.nanoTime();
        stream.wrote(event, 0, EVENT_BYTES, startNanos);
        stream.flushed();
    }
}
