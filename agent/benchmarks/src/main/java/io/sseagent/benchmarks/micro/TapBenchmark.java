package io.sseagent.benchmarks.micro;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the Tomcat tap adds to the writing thread, clock readings included. Compare with {@link #clock}: two of the readings in
 * {@link #flushedEvent} are most of its time on machines with a slow clock.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class TapBenchmark {
    private static final int EVENT_BYTES = 100;
    private static final int PACKED_EVENTS = 80;

    private ByteBuffer event;
    private ByteBuffer packed;
    private SseStream stream;

    /** Opens one stream. */
    @Setup
    public void open() {
        Models.installed();
        event = ByteBuffer.wrap(EventText.oneEvent(EVENT_BYTES));
        packed = ByteBuffer.wrap(EventText.manyEvents(EVENT_BYTES, EVENT_BYTES * PACKED_EVENTS));
        stream = Models.open("/events", "benchmark");
    }

    /** One reading of the clock. */
    @Benchmark
    public long clock() {
        return System.nanoTime();
    }

    /** The whole call of the write tap for one event: the advice's question, its clock, {@code wrote}. */
    @Benchmark
    public void writtenEvent() {
        if (SseStreams.isActive()) {
            stream.wrote(event, 0, EVENT_BYTES, System.nanoTime());
        }
    }

    /** As {@link #writtenEvent}, and the call of the flush tap, which reads the clock once more. */
    @Benchmark
    public void flushedEvent() {
        writtenEvent();
        stream.flushed();
    }

    /** An event of a write that carries eighty, not flushed one by one. */
    @Benchmark
    @OperationsPerInvocation(PACKED_EVENTS)
    public void packedEvent() {
        long startNanos = System.nanoTime();
        stream.wrote(packed, 0, EVENT_BYTES * PACKED_EVENTS, startNanos);
    }
}
