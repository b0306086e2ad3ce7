package io.sseagent.bootstrap;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The bridge for servlet containers that no tap knows by name: which of their classes are followed, and which request a response
 * belongs to while its servlet runs. Thread-safe; an ordinary request allocates nothing here.
 */
public final class ServletResponses {
    private static final int SLOTS = 1 << 13;

    private static final ClassValue<Following> CLASSES = new ClassValue<Following>() {
        @Override
        protected Following computeValue(Class<?> type) {
            return new Following();
        }
    };

    /** A response and, behind it, its request: lossy, and empty when no servlet runs. */
    private static final AtomicReferenceArray<Object> RUNNING = new AtomicReferenceArray<Object>(SLOTS * 2);

    private static volatile ServletClassListener listener;

    private ServletResponses() {}

    /** Makes {@code next} hear of new classes. */
    public static void listener(ServletClassListener next) {
        listener = next;
    }

    /**
     * Whether the class of {@code object} (may be null) is followed in this role; the first of its class is told to the listener.
     * {@code api} is the package of the servlet API.
     */
    public static boolean follows(Object object, int role, String api) {
        if (object == null) {
            return false;
        }
        Following following = CLASSES.get(object.getClass());
        if (!following.known[role]) {
            ServletClassListener hearing = listener;
            synchronized (following) {
                if (hearing != null && !following.known[role]) {
                    following.yes[role] = hearing.met(object.getClass(), role, api);
                    following.known[role] = true;
                }
            }
        }
        return following.yes[role];
    }

    /** A servlet is about to get them. For a forward, which has a request of its own, the first one stays. */
    public static void started(Object response, Object request) {
        int slot = slot(response);
        if (RUNNING.get(slot) != response) {
            RUNNING.lazySet(slot + 1, request);
            RUNNING.set(slot, response);
            SseStreams.requestStarted(response);
        }
    }

    /** The request of a response whose servlet is running, or null. */
    public static Object requestOf(Object response) {
        int slot = slot(response);
        return RUNNING.get(slot) == response ? RUNNING.get(slot + 1) : null;
    }

    /** The servlet has returned. */
    public static void ended(Object response) {
        int slot = slot(response);
        if (RUNNING.get(slot) == response) {
            RUNNING.set(slot, null);
            RUNNING.lazySet(slot + 1, null);
            StreamWork.requestEnds();
        }
    }

    /** A stream that opens with its first write or flush. Also to be kept for the streams and writers of its response. */
    public static SseStream stream(StreamRequest request) {
        return new ServletStream(request);
    }

    /** The stream that {@code output} writes to, or null: there is none, or a writer of the same stream counts already. */
    public static ServletStream writing(Object output) {
        SseStream stream = SseStreams.isActive() ? SseStreams.of(output) : null;
        return stream instanceof ServletStream && ((ServletStream) stream).enter() ? (ServletStream) stream : null;
    }

    private static int slot(Object response) {
        return (System.identityHashCode(response) & (SLOTS - 1)) * 2;
    }

    private static final class Following {
        private final boolean[] known = new boolean[4];
        private final boolean[] yes = new boolean[4];
    }
}
