package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.core.parser.BoundedBytes;
import io.sseagent.core.parser.EventData;
import io.sseagent.core.parser.EventStreamListener;
import io.sseagent.core.parser.EventStreamParser;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * An open stream: reads its bytes, counts in its own cells. Writers take turns; evidence and close from any thread.
 *
 * <p>While the agent is disabled a write costs one volatile read. Of a stream that was open then, the parser does not know where
 * it is: it goes on with the next write as if that began a line, like one that was open before the agent attached.
 *
 * <p>Nobody else takes a stream's lock, so that it costs some 20 ns. It is there for applications that write to one response from
 * two threads at once ({@code hystrix.stream} does): they may garble what they send, but not what is counted. A write that has
 * the lock before the close counts, one that comes after it is sent after close.
 */
final class LiveStream extends WriteTimes implements EventStreamListener {
    private static final AtomicIntegerFieldUpdater<LiveStream> CLOSED =
            AtomicIntegerFieldUpdater.newUpdater(LiveStream.class, "closed");
    private static final AtomicReferenceFieldUpdater<LiveStream, CloseReason> EVIDENCE =
            AtomicReferenceFieldUpdater.newUpdater(LiveStream.class, CloseReason.class, "evidence");
    private static final byte[] EVERY_BYTE = everyByte();
    private static final byte GZIP_FIRST = 0x1f;
    private static final byte GZIP_SECOND = (byte) 0x8b;

    private final Endpoint endpoint;
    private final StreamRef ref;
    private final long startedNanos;

    private volatile int closed;
    private volatile CloseReason evidence;

    // Of the writer.
    private EventStreamParser parser;
    private int epoch;
    /** Where the endpoint counts the type that the parser holds, as long as that has not changed. */
    private int typeIndex;

    private int typeChanges;
    private boolean started;
    private boolean compressed;
    private boolean firstEventSeen;
    /** Null unless a client waits for what comes after the id that it sent. */
    private Resumption resumption;

    private int failure;

    /** Nobody reads the data of events if {@code data} is null. */
    LiveStream(StreamModel model, Endpoint endpoint, Opening opening, EventData data) {
        super(model, new StreamCounters(endpoint.spilled()));
        // if a pause has begun meanwhile, the epoch before it, so that this stream is paused too
        this.epoch = (model.epoch() - 1) | 1;
        this.endpoint = endpoint;
        this.parser = EventStreamParser.reading(this, data, opening.startKnown());
        this.startedNanos = opening.startedNanos();
        this.firstEventSeen = !opening.establishKnown();
        this.started = opening.encoded();
        this.compressed = opening.encoded();
        this.resumption = opening.resumption();
        this.ref = opening.ref(this, endpoint, counters());
    }

    StreamRef ref() {
        return ref;
    }

    @Override
    public void wrote(ByteBuffer bytes, int from, int to, long startNanos) {
        // before the lock, so that a disabled agent costs none
        if (model().isRecording()) {
            record(bytes, from, to, startNanos);
        }
    }

    private synchronized void record(ByteBuffer bytes, int from, int to, long startNanos) {
        if (begins(to - from, startNanos)) {
            if (!started && to - from > 1) {
                start(bytes.get(from), bytes.get(from + 1));
            }
            if (!compressed) {
                parser.feed(bytes, from, to);
            }
            end(to - from);
        }
    }

    @Override
    public void wrote(byte[] bytes, int from, int to, long startNanos) {
        // before the lock, so that a disabled agent costs none
        if (model().isRecording()) {
            record(bytes, from, to, startNanos);
        }
    }

    private synchronized void record(byte[] bytes, int from, int to, long startNanos) {
        if (begins(to - from, startNanos)) {
            if (!started && to - from > 1) {
                start(bytes[from], bytes[from + 1]);
            }
            if (!compressed) {
                parser.feed(bytes, from, to);
            }
            end(to - from);
        }
    }

    @Override
    public void wrote(int value, long startNanos) {
        int index = value & 0xff;
        wrote(EVERY_BYTE, index, index + 1, startNanos);
    }

    /** An application that compresses by itself leaves nothing to read: its bytes count, its events cannot. */
    private void start(byte first, byte second) {
        started = true;
        compressed = first == GZIP_FIRST && second == GZIP_SECOND;
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[1 << Byte.SIZE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    /** Whether this stream may count: one volatile read, and no more while the agent is disabled. */
    private boolean isRecording() {
        int current = model().epoch();
        return current == epoch || resumed(current);
    }

    private boolean resumed(int current) {
        if (!StreamModel.isRecording(current)) {
            return false;
        }
        epoch = current;
        parser = parser.again(this);
        typeChanges = 0;
        forgetUnflushed();
        firstEventSeen = true;
        resumption = null;
        counters().bytesAt(0);
        counters().dataAt(0);
        return true;
    }

    private boolean begins(int length, long startNanos) {
        if (!isRecording()) {
            return false;
        }
        if (closed != 0 || failure != 0) {
            endpoint.sentAfterClose();
            return false;
        }
        if (length <= 0) {
            return false;
        }
        begin(startNanos);
        return true;
    }

    @Override
    public void flushed() {
        if (isUnflushed() && closed == 0 && epoch == model().epoch()) {
            time(ref.trace != null);
        }
        forgetUnflushed();
    }

    @Override
    public synchronized void failed(Throwable cause, long startNanos) {
        int identity = System.identityHashCode(cause) | 1;
        // Without a start it is no write but a report of one, maybe wrapped, or a flush: containers flush on their way
        // out.
        if (identity == failure || (failure != 0 && closed == 0 && startNanos == 0)) {
            return;
        }
        boolean recording = isRecording();
        if (failure != 0 || closed != 0) {
            if (recording) {
                endpoint.sentAfterClose();
            }
            return;
        }
        failure = identity;
        if (recording) {
            timeFailed(startNanos);
        }
        forgetUnflushed();
        evidence(FailureEvidence.of(cause));
    }

    @Override
    public void evidence(CloseReason reason) {
        if (evidence == null) {
            EVIDENCE.compareAndSet(
                    this, null, model().drains().now(reason, endpoint.key().server()));
        }
    }

    @Override
    public void close() {
        if (CLOSED.compareAndSet(this, 0, 1)) {
            endParser();
            evidence(CloseReason.UNKNOWN);
            model().closed(this, evidence);
        }
    }

    private synchronized void endParser() {
        // otherwise bytes have gone by unseen: whether they cut a block off is not known
        if (epoch == model().epoch()) {
            parser.end();
            resumed(resumption == null ? null : resumption.end());
        }
    }

    /** Whether the end cut a block off. */
    boolean truncated() {
        return counters().get(StreamCounter.BLOCKS_TRUNCATED) > 0;
    }

    @Override
    public void onEvent(BoundedBytes type, long blockBytes, long dataBytes) {
        counters().event(type.length() == 0 ? 0 : typeIndex(type), endpoint.eventTypeCapacity());
        counters().record(StreamHistogram.EVENT_SIZE, blockBytes);
        event();
        if (resumption != null) {
            resumed(resumption.event());
        }
        if (!firstEventSeen) {
            firstEventSeen = true;
            endpoint.firstEvent(
                    ref.trace,
                    model().clock().nanos() - startedNanos,
                    model().clock().epochMillis());
        }
    }

    /** Null if that is not known yet. */
    private void resumed(ResumeOutcome outcome) {
        if (outcome != null) {
            resumption = null;
            endpoint.resumed(outcome);
        }
    }

    private int typeIndex(BoundedBytes type) {
        if (type.changes() != typeChanges) {
            typeIndex = endpoint.eventType(type);
            // each event beyond the cap is to be counted there
            typeChanges = typeIndex < endpoint.eventTypeCapacity() - 1 ? type.changes() : 0;
        }
        return typeIndex;
    }

    @Override
    public void onComment() {
        counters().add(StreamCounter.COMMENTS, 1);
    }

    @Override
    public void onBlockWithoutData(int fields, long blockBytes) {
        counters().add(StreamCounter.BLOCKS_WITHOUT_DATA, 1);
    }

    @Override
    public void onTruncatedBlock(int fields, long blockBytes) {
        counters().add(StreamCounter.BLOCKS_TRUNCATED, 1);
    }

    @Override
    public void onRetry(long millis) {
        endpoint.retryAdvised(millis);
    }

    @Override
    public void onLastEventId(BoundedBytes id) {
        if (resumption != null) {
            resumption.id(id.overflowed() ? "" : id.toString());
        }
    }
}
