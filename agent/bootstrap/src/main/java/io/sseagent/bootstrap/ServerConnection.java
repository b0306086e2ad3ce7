package io.sseagent.bootstrap;

/**
 * What a tap remembers of one connection whose responses do not name their request: the requests that wait for a response, and
 * the event streams that are open. Lives in the server's own slot for connections. In HTTP/1, which answers requests in their
 * order, the number of every stream is {@link #IN_ORDER}.
 *
 * <p>For the thread that serves the connection, unless it says otherwise. An ordinary request allocates nothing, unless it is the first one.
 */
public final class ServerConnection {
    /** The number of every stream in HTTP/1. */
    public static final int IN_ORDER = 0;

    /** The stream that answers the request which asked for HTTP/2 (RFC 7540, 3.2). */
    public static final int UPGRADED = 1;

    private static final int NEVER = -1;

    private final PendingRequests pending = new PendingRequests();
    private StreamsById streams;
    private int headSeenAfterGap = NEVER;
    private int numberedAfterGap = NEVER;
    private int firstSeen;
    private boolean delimitedByClose;
    private boolean idle;
    private volatile boolean stopping;

    /** A request has been read, and its clock starts. */
    public void received(int streamId, Object request) {
        received(streamId, request, null, null);
    }

    /** As {@link #received(int, Object)} for a server that takes method and target out of its request while it handles it. */
    public void received(int streamId, Object request, CharSequence method, CharSequence target) {
        if (streamId != IN_ORDER && numberedAfterGap != SseStreams.gaps()) {
            numberedAfterGap = SseStreams.gaps();
            firstSeen = streamId;
        }
        pending.add(streamId, request, method, target);
    }

    /** A framework has matched the oldest request of a stream to a template; {@link #IN_ORDER} may be the one that asked for HTTP/2. */
    public void matched(int streamId, Object template) {
        pending.matched(streamId, null, template);
    }

    /** As {@link #matched(int, Object)} for a router that hangs below a path of another one; both may be null. */
    public void matched(int streamId, Object prefix, Object template) {
        pending.matched(streamId, prefix, template);
    }

    /**
     * The response to a request begins, or there will be none: hands out the request, or null if it is not known, and forgets it.
     * The facts below speak of this one until the next.
     */
    public Object answered(int streamId) {
        if (streamId == IN_ORDER) {
            headSeenAfterGap = SseStreams.isActive() ? SseStreams.gaps() : NEVER;
        }
        return pending.take(streamId);
    }

    /** Nanoseconds since the request had been read, or -1 if that was not seen. */
    public long elapsedNanos() {
        return pending.startedNanos() == 0 ? -1 : System.nanoTime() - pending.startedNanos();
    }

    /** The number of the request as {@link StreamRequest#work} wants it. */
    public long work() {
        return pending.work();
    }

    /** The template of the request, or null. */
    public Object route() {
        return pending.route();
    }

    /** The method of the request, or null if it is to be found in the request. */
    public CharSequence method() {
        return pending.method();
    }

    /** The target of the request, or null. */
    public CharSequence target() {
        return pending.target();
    }

    /** The path in front of the template, or null. */
    public Object routePrefix() {
        return pending.prefix();
    }

    /** The response is an event stream; null is ignored. {@code endsWithConnection} if nothing else delimits its body. */
    public void opened(int streamId, SseStream stream, boolean endsWithConnection) {
        if (stream != null) {
            if (streams == null) {
                streams = new StreamsById();
            }
            streams.put(streamId, stream);
            delimitedByClose = endsWithConnection;
        }
    }

    /**
     * Whether a response began before the agent was there, or while it was disabled: HTTP/1 sends one after the other, and clients
     * number their requests upwards.
     */
    public boolean isUnheaded(int streamId) {
        boolean seen = streamId == IN_ORDER
                ? headSeenAfterGap == SseStreams.gaps()
                : numberedAfterGap == SseStreams.gaps() && streamId >= firstSeen;
        return !seen && SseStreams.mayHaveMissed() && stream(streamId) == null;
    }

    /**
     * A part of a body is about to pass that belongs to no stream: returns what is to read it until that is known to be one or not,
     * or null if its head was seen. {@code protocol} may be null.
     */
    public SseStream unheaded(int streamId, String server, String protocol, boolean endsWithConnection) {
        if (!isUnheaded(streamId)) {
            return null;
        }
        StreamRequest unknown = new StreamRequest(server).pickedUp().line(null, null, protocol, null);
        SseStream body = new UnheadedBody(this, streamId, unknown, endsWithConnection);
        opened(streamId, body, false);
        return body;
    }

    /** The event stream that is open, or null. */
    public SseStream stream(int streamId) {
        return streams == null ? null : streams.get(streamId);
    }

    /** A response has ended for this reason, unless another one was known before or the server {@linkplain #stopping() stops}. */
    public void ended(int streamId, CloseReason reason) {
        SseStream ended = streams == null ? null : streams.remove(streamId);
        if (ended != null) {
            ended.evidence(stopping ? CloseReason.SHUTDOWN : reason);
            ended.close();
        }
        if (streamId != IN_ORDER && SseStreams.isActive() && isUnheaded(streamId)) {
            // an application may go on writing, and that must not be taken for one more body
            opened(streamId, IgnoredStream.INSTANCE, false);
        }
    }

    /** The connection has ended, and with it every response, for the reason that {@link #ended} would have. */
    public void disconnected(CloseReason reason) {
        SseStream ended = streams == null ? null : streams.removeAny();
        while (ended != null) {
            ended.evidence(stopping ? CloseReason.SHUTDOWN : reason);
            ended.close();
            ended = streams.removeAny();
        }
    }

    /** Whether any event stream was opened here: what is about to end is worth a look. */
    public boolean hasStreams() {
        return streams != null;
    }

    /** Why every open stream will end, unless that is known already. */
    public void evidence(CloseReason reason) {
        if (streams != null) {
            streams.evidence(reason);
        }
    }

    /** Whether the server acts because the connection has been silent for too long. */
    public void idle(boolean on) {
        idle = on;
    }

    /**
     * The server is about to close the connection because it stops. Whatever ends from now on ends because of that: a client of
     * HTTP/2 that is told to go may close the connection first. Any thread.
     */
    public void stopping() {
        stopping = true;
    }

    /** The server closes the connection: in the middle of every open response, unless that has no other end. */
    public void closing() {
        CloseReason orderly = delimitedByClose ? CloseReason.COMPLETE : CloseReason.APP_ERROR;
        evidence(stopping ? CloseReason.SHUTDOWN : idle ? CloseReason.IDLE_TIMEOUT : orderly);
    }
}
