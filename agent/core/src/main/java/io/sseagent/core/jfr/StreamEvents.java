package io.sseagent.core.jfr;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.core.stream.StreamLife;

/** The four events of a stream's life, known to a recorder. Thread-safe. */
final class StreamEvents {
    private static final EventField ROUTE = EventField.text("route", "Route");
    private static final EventField SERVER = EventField.text("server", "Server");
    private static final EventField TRACE = EventField.text("traceId", "Trace id");

    private final RecordedEvent opened;
    private final RecordedEvent closed;
    private final RecordedEvent stalled;
    private final RecordedEvent slowWrite;

    StreamEvents(FlightRecorder recorder) throws ReflectiveOperationException {
        this.opened = recorder.event(
                "io.sseagent.StreamOpen",
                "Event Stream Opened",
                ROUTE,
                SERVER,
                TRACE,
                EventField.text("httpVersion", "HTTP version"),
                EventField.text("mode", "Mode"));
        this.closed = recorder.event(
                "io.sseagent.StreamClose",
                "Event Stream Ended",
                ROUTE,
                SERVER,
                TRACE,
                EventField.text("reason", "Reason"),
                EventField.nanos("age", "Age"),
                EventField.number("events", "Events"),
                EventField.bytes("bytes", "Bytes"));
        this.stalled = recorder.event(
                "io.sseagent.StreamStall",
                "Event Stream Fell Silent",
                ROUTE,
                SERVER,
                TRACE,
                EventField.nanos("silence", "Silence so far"));
        this.slowWrite = recorder.event(
                "io.sseagent.SlowWrite",
                "Slow Write to an Event Stream",
                ROUTE,
                SERVER,
                TRACE,
                EventField.nanos("writeTime", "Time inside the write"),
                EventField.number("epochMillis", "When it ended"));
    }

    void opened(StreamLife stream) throws ReflectiveOperationException {
        opened.record(
                stream.endpoint().route(),
                stream.endpoint().server(),
                stream.traceId(),
                stream.endpoint().httpVersion(),
                stream.endpoint().mode().label());
    }

    void closed(StreamLife stream, CloseReason reason, long ageNanos) throws ReflectiveOperationException {
        closed.record(
                stream.endpoint().route(),
                stream.endpoint().server(),
                stream.traceId(),
                reason.label(),
                ageNanos,
                stream.events(),
                stream.bytes());
    }

    void stalled(StreamLife stream, long silenceNanos) throws ReflectiveOperationException {
        stalled.record(stream.endpoint().route(), stream.endpoint().server(), stream.traceId(), silenceNanos);
    }

    void slowWrite(StreamLife stream) throws ReflectiveOperationException {
        slowWrite.record(
                stream.endpoint().route(),
                stream.endpoint().server(),
                stream.traceId(),
                stream.slowestWriteNanos(),
                stream.slowestWriteEpochMillis());
    }
}
