package io.sseagent.bootstrap;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The requests that threads work for, by thread, without a thread-local or a lock: an ordinary request writes one number. A request
 * has an origin only once it starts something or opens a stream.
 *
 * <p>Lossy: of two threads in one slot, the later one is known.
 */
public final class WorkingThreads {
    private static final int SLOTS = 1 << 12;
    private static final int PENDING = 1 << 12;
    /** A request's number is its thread's, a count and, in the lowest bit, whether its end on that thread will be told. */
    private static final int COUNT_BITS = 18;

    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final AtomicLongArray requests = new AtomicLongArray(SLOTS);
    private final AtomicReferenceArray<Work> works = new AtomicReferenceArray<Work>(SLOTS);
    /** For servers whose streams open on another thread; what has started nothing that is still there need not be found. */
    private final AtomicReferenceArray<WeakReference<WorkOrigin>> pending =
            new AtomicReferenceArray<WeakReference<WorkOrigin>>(PENDING);

    private final Class<?> virtualThread = virtualThread();

    WorkingThreads() {}

    private static Class<?> virtualThread() {
        try {
            return Class.forName("java.lang.VirtualThread", false, null);
        } catch (ClassNotFoundException olderJava) {
            return null;
        }
    }

    long begin(boolean endIsTold) {
        return begin(Thread.currentThread().getId(), endIsTold);
    }

    private long begin(long thread, boolean endIsTold) {
        int slot = slot(thread);
        long count = ((requests.get(slot) | 1) + 1) & COUNT_MASK;
        long request = thread << COUNT_BITS | count | (endIsTold ? 1 : 0);
        requests.lazySet(slot, request);
        return request;
    }

    void end() {
        long thread = Thread.currentThread().getId();
        int slot = slot(thread);
        long request = requests.get(slot);
        if (request >>> COUNT_BITS == thread) {
            requests.lazySet(slot, request & COUNT_MASK);
            works.lazySet(slot, null);
        }
    }

    /** What this thread works for, or null. */
    WorkOrigin current() {
        Thread current = Thread.currentThread();
        int slot = slot(current.getId());
        long request = requests.get(slot);
        if (request >>> COUNT_BITS != current.getId()) {
            return null;
        }
        Work work = works.get(slot);
        if (work != null && work.request == request) {
            return work.origin;
        }
        WorkOrigin origin = new WorkOrigin(request, null);
        works.set(slot, new Work(request, origin, isVirtual(current)));
        pending.set(pendingSlot(request), new WeakReference<WorkOrigin>(origin));
        return origin;
    }

    /** As {@link StreamWork#opened}. */
    void opened(long request, Object stream) {
        if (request != 0) {
            WeakReference<WorkOrigin> known = pending.get(pendingSlot(request));
            WorkOrigin origin = known == null ? null : known.get();
            if (origin != null && origin.request == request) {
                origin.opened(stream);
            }
            return;
        }
        WorkOrigin origin = current();
        if (origin == null) {
            return;
        }
        if (origin.stream() == null) {
            origin.opened(stream);
        } else {
            works(new WorkOrigin(origin.request, stream));
        }
    }

    /** This thread works for {@code origin} until it ends. */
    void works(WorkOrigin origin) {
        Thread current = Thread.currentThread();
        long request = begin(current.getId(), true);
        works.set(slot(current.getId()), new Work(request, origin, isVirtual(current)));
    }

    /** A thread that is about to start works for {@code origin}, until nobody will tell when. */
    void starts(Thread thread, WorkOrigin origin, boolean virtual) {
        long request = begin(thread.getId(), false);
        works.set(slot(thread.getId()), new Work(request, origin, virtual));
    }

    private boolean isVirtual(Thread thread) {
        return thread.getClass() == virtualThread;
    }

    private static int slot(long thread) {
        return (int) thread & (SLOTS - 1);
    }

    private static int pendingSlot(long request) {
        return (int) (request * MIX >>> 40) & (PENDING - 1);
    }

    /** How many places there are to ask for what is {@linkplain #held held}. */
    public int places() {
        return SLOTS;
    }

    /** What the thread in this place does now, if its end will be told and it works for a stream; else null. */
    public Work held(int place) {
        Work work = works.get(place);
        boolean current = work != null && work.request == requests.get(place) && (work.request & 1) != 0;
        return current && work.origin.stream() != null ? work : null;
    }

    /** One thread at work for one request. Immutable. */
    public static final class Work {
        private final long request;
        private final WorkOrigin origin;
        private final boolean virtual;

        Work(long request, WorkOrigin origin, boolean virtual) {
            this.request = request;
            this.origin = origin;
            this.virtual = virtual;
        }

        /** Another one for each request and task. */
        public long number() {
            return request;
        }

        /** As {@link Thread#getId()}. */
        public long threadId() {
            return request >>> COUNT_BITS;
        }

        /** Never null. */
        public Object stream() {
            return origin.stream();
        }

        public boolean isVirtual() {
            return virtual;
        }
    }
}
