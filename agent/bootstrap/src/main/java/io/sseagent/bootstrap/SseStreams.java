package io.sseagent.bootstrap;

/**
 * The static entry for advice: everything that inlined code may ask of the agent. Thread-safe; nothing here throws into
 * the application, because every advice is inlined with a handler around it.
 *
 * <p>The tracker behind it starts as a no-op and is swapped in when the agent is ready. The kill switch leaves it there, so
 * that ends and failures are still heard of, and turns {@link #isActive} off.
 */
public final class SseStreams {
    private static final String EVENT_STREAM = "text/event-stream";
    private static final StreamTracker NOOP = new NoopTracker();
    private static final WeakIdentityMap<SseStream> STREAMS = new WeakIdentityMap<SseStream>();
    private static final RequestClock CLOCK = new RequestClock();
    private static final ThreadCauses CAUSES = new ThreadCauses();

    private static volatile StreamTracker tracker = NOOP;
    private static volatile boolean active;
    /** How often requests may have begun unseen until now. */
    private static volatile int gaps;

    private SseStreams() {}

    /** Puts the model behind the taps; null takes it away again, and with it whatever it may have missed. */
    public static synchronized void install(StreamTracker next) {
        gaps = next == null ? 0 : gaps;
        tracker = next == null ? NOOP : next;
        active = next != null;
    }

    /** For the agent's kill switch: whether taps have anything to tell from now on. */
    public static void activate(boolean on) {
        active = on && tracker != NOOP;
    }

    /** Says that requests may be under way whose beginning the agent has not seen: attached to, or disabled for a while. */
    public static synchronized void attachedLate() {
        gaps = gaps + 1;
    }

    /** Whether a response may be under way whose head nobody has seen: never in a JVM that was started with the agent. */
    public static boolean mayHaveMissed() {
        return gaps != 0;
    }

    /** Changes whenever responses may have begun unseen. */
    static int gaps() {
        return gaps;
    }

    /**
     * For servers without a slot: whether {@code exchange} began before the agent was there, so that its tap has to look whether
     * it is an event stream. False for ever in a JVM that was started with the agent.
     */
    public static boolean isUnknown(Object exchange) {
        return mayHaveMissed() && STREAMS.get(exchange) == null && elapsedNanos(exchange) < 0;
    }

    /** For servers without a slot: {@code exchange} is no event stream; do not ask again. */
    public static void ignore(Object exchange) {
        STREAMS.put(exchange, IgnoredStream.INSTANCE);
    }

    /** Whether anybody observes, by one volatile read: a tap asks this before it gathers facts or reads the clock. */
    public static boolean isActive() {
        return active;
    }

    /** Whether the MIME essence of a {@code Content-Type} value (may be null) is {@code text/event-stream}. */
    public static boolean isEventStream(CharSequence contentType) {
        return contentType != null && afterEventStream(contentType, ';');
    }

    /**
     * Whether an {@code Accept} value (may be null) names an event stream first: an {@code EventSource} sends nothing else.
     * MCP clients name JSON first and are content with either.
     */
    public static boolean asksForEventStream(CharSequence accept) {
        return accept != null && (afterEventStream(accept, ',') || afterEventStream(accept, ';'));
    }

    /** Whether nothing but blanks surrounds the type up to the separator or the end, as a browser reads it. */
    private static boolean afterEventStream(CharSequence value, char separator) {
        int from = skipBlanks(value, 0);
        if (value.length() - from < EVENT_STREAM.length()) {
            return false;
        }
        for (int i = 0; i < EVENT_STREAM.length(); i++) {
            char expected = EVENT_STREAM.charAt(i);
            char found = value.charAt(from + i);
            if (found != expected && Character.toLowerCase(found) != expected) {
                return false;
            }
        }
        int next = skipBlanks(value, from + EVENT_STREAM.length());
        return next == value.length() || value.charAt(next) == separator;
    }

    private static int skipBlanks(CharSequence value, int from) {
        int i = from;
        while (i < value.length() && (value.charAt(i) == ' ' || value.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** See {@link StreamTracker#opened}. */
    public static SseStream opened(StreamRequest request) {
        FrameworkRoutes.describe(request);
        return tracker.opened(request);
    }

    /** See {@link StreamTracker#refused}. */
    public static void refused(StreamRequest request, int status) {
        FrameworkRoutes.describe(request);
        tracker.refused(request, status);
    }

    /** See {@link StreamTracker#serverStopping}. */
    public static void serverStopping(String server, boolean stopping) {
        tracker.serverStopping(server, stopping);
    }

    /** For servers without a slot: the stream kept for {@code exchange}, or null. */
    public static SseStream of(Object exchange) {
        return STREAMS.get(exchange);
    }

    /**
     * For servers without a slot: keeps {@code stream} (null is ignored) as long as {@code exchange} lives. What is not observed
     * is kept only where somebody might ask again, so that streams beyond the model's bound take no memory here either.
     */
    public static void keep(Object exchange, SseStream stream) {
        if (stream != null && (stream != IgnoredStream.INSTANCE || mayHaveMissed())) {
            STREAMS.put(exchange, stream);
        }
    }

    /** For servers that use their exchanges again: lets go of what is kept for {@code exchange}, stream or none. */
    public static void forget(Object exchange) {
        STREAMS.remove(exchange);
    }

    /**
     * For the agent's own thread, now and then: lets go of streams whose exchange was collected, so that an end that no tap
     * saw is noticed even if no further stream opens.
     */
    public static void forgetCollected() {
        STREAMS.removeCollected();
    }

    /**
     * For servers without a start time: remembers that {@code exchange} starts now. What starts while nobody observes stays
     * unknown, so that its stream is picked up like one from before the agent.
     */
    public static void requestStarted(Object exchange) {
        if (active) {
            CLOCK.started(exchange, System.nanoTime());
            StreamWork.openEndedRequestBegins();
        }
    }

    /** Nanoseconds since {@link #requestStarted}, or -1 if unknown. */
    public static long elapsedNanos(Object exchange) {
        return CLOCK.elapsedNanos(exchange, System.nanoTime());
    }

    /**
     * Until {@link #causeEnds}, a stream that ends on this thread ends because of {@code cause}: a time-out, a write that is given up
     * or a client that left, as noticed where the server knows no streams.
     *
     * @return false if the same has begun already, which is then to be left to whoever began it
     */
    public static boolean causeBegins(CloseReason cause) {
        return CAUSES.begin(cause);
    }

    /** See {@link #causeBegins}. */
    public static void causeEnds(CloseReason cause) {
        CAUSES.end(cause);
    }

    /** What this thread is doing is why {@code stream} ends; nothing if it does nothing of the kind. */
    public static void evidenceOfCause(SseStream stream) {
        CloseReason cause = CAUSES.current();
        if (cause != null) {
            stream.evidence(cause);
        }
    }

    /** The handler of every advice: {@code failure} was thrown inside the advice class named. Called by woven code. */
    public static void adviceFailed(Throwable failure, String advice) {
        try {
            tracker.adviceFailed(advice, failure);
        } catch (Throwable ignored) {
            // out of memory or stack: the application must go on, and there is nobody left to tell
        }
    }
}
