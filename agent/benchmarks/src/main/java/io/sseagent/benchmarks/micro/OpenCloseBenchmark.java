package io.sseagent.benchmarks.micro;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
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
import org.openjdk.jmh.annotations.Warmup;

/** A stream that opens and ends at once, of clients that come back: all that the model does per stream. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class OpenCloseBenchmark {
    private static final int CLIENTS = 1024;

    private final String[] userAgents = new String[CLIENTS];
    private int next;

    /** Names the clients. */
    @Setup
    public void name() {
        Models.installed();
        for (int i = 0; i < CLIENTS; i++) {
            userAgents[i] = "Mozilla/5.0 benchmark " + i;
        }
    }

    /** One stream from its request to its end. */
    @Benchmark
    public SseStream openAndClose() {
        SseStream stream = Models.open("/events", userAgents[next++ & CLIENTS - 1]);
        stream.evidence(CloseReason.CLIENT_CLOSED);
        stream.close();
        return stream;
    }
}
