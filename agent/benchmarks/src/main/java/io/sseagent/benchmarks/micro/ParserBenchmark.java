package io.sseagent.benchmarks.micro;

import io.sseagent.core.parser.BoundedBytes;
import io.sseagent.core.parser.EventStreamListener;
import io.sseagent.core.parser.EventStreamParser;
import java.nio.ByteBuffer;
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

/** One write through the parser alone, from each kind of memory that servers hand over. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ParserBenchmark {
    private static final int EVENT_BYTES = 100;

    /** Size of one write. */
    @Param({"100", "1024", "65536"})
    public int bytes;

    /** Events of 100 bytes packed into the write, or one event that fills it. */
    @Param({"packed", "single"})
    public String events;

    private EventStreamParser parser;
    private byte[] array;
    private ByteBuffer heap;
    private ByteBuffer direct;
    private long seen;

    /** Fills the memories and starts a stream. */
    @Setup
    public void fill() {
        array = events.equals("single") ? EventText.oneEvent(bytes) : EventText.manyEvents(EVENT_BYTES, bytes);
        heap = ByteBuffer.wrap(array);
        direct = ByteBuffer.allocateDirect(bytes);
        direct.put(array).flip();
        parser = new EventStreamParser(new CountingListener());
    }

    /** From a byte array. */
    @Benchmark
    public long array() {
        parser.feed(array, 0, bytes);
        return seen;
    }

    /** From a heap buffer, as Tomcat hands it over. */
    @Benchmark
    public long heapBuffer() {
        parser.feed(heap, 0, bytes);
        return seen;
    }

    /** From a direct buffer, as Netty's pooled memory looks. */
    @Benchmark
    public long directBuffer() {
        parser.feed(direct, 0, bytes);
        return seen;
    }

    private final class CountingListener implements EventStreamListener {
        @Override
        public void onEvent(BoundedBytes type, long blockBytes, long dataBytes) {
            seen++;
        }

        @Override
        public void onComment() {}

        @Override
        public void onBlockWithoutData(int fields, long blockBytes) {}

        @Override
        public void onTruncatedBlock(int fields, long blockBytes) {}

        @Override
        public void onRetry(long millis) {}

        @Override
        public void onLastEventId(BoundedBytes id) {}
    }
}
