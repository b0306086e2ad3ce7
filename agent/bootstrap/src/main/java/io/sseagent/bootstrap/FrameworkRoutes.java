package io.sseagent.bootstrap;

/**
 * The bridge for frameworks that run over any server: what they have matched, for the stream that opens on the same thread meanwhile.
 * Thread-safe; nothing is allocated but for sub-resources and for a response that is to be continued by another thread.
 *
 * <p>Lossy: of two threads in one slot, the later one is known.
 */
public final class FrameworkRoutes {
    /** A base for templates that begin behind the servlet: where the server says that it is mapped. A server that knows no mapping takes none of these. */
    public static final Object SERVLET = new Object();

    private static final int SLOTS = 1 << 9;

    private static volatile Slot[] slots;

    private FrameworkRoutes() {}

    /**
     * Until {@link #ends}, a stream that opens on this thread has the {@code template}, which is asked for its text only then. It is
     * relative to {@code base}, a path that holds for all requests of the application; null is the context path as the server knows it.
     *
     * @return whether {@link #ends} is to follow
     */
    public static boolean begins(Object base, Object template) {
        if (template == null || !SseStreams.isActive()) {
            return false;
        }
        slot().begin(base, template, null);
        return true;
    }

    /** As {@link #begins}, behind the template that this thread has begun and not ended, which was a locator's. Allocates only then. */
    public static void beginsBelow(Object base, String template) {
        if (template != null && SseStreams.isActive()) {
            slot().beginBelow(base, template);
        }
    }

    /** The response is written as far as this thread does it. */
    public static void ends() {
        if (slots != null) {
            slot().end();
        }
    }

    /** Puts what a class or locator says, {@code part}, before what is known of a template; either may lack its slashes. */
    public static void prepend(StringBuilder template, String part) {
        if (part.isEmpty() || part.equals("/")) {
            return;
        }
        if (template.length() > 0 && template.charAt(0) != '/') {
            template.insert(0, '/');
        }
        template.insert(0, part.endsWith("/") && template.length() > 0 ? part.substring(0, part.length() - 1) : part);
    }

    /** As {@link #begins}, for whoever writes the first bytes to {@code output}, now or on another thread. */
    public static void keep(Object output, Object base, String template) {
        KeptRoute.ALL.put(output, new KeptRoute(base, template));
    }

    /** As {@link #keep}, what this thread has begun and not ended; nothing if there is nothing. */
    public static void keepBegun(Object output) {
        if (slots != null) {
            slot().keepFor(output);
        }
    }

    /** As {@link #begins} with what is kept for {@code output}; false also when its stream has opened already, or this thread has begun before. */
    public static boolean beginsKept(Object output) {
        KeptRoute kept = SseStreams.isActive() ? KeptRoute.ALL.get(output) : null;
        if (kept == null || kept.template == null) {
            return false;
        }
        return slot().beginKept(kept);
    }

    /** Tells {@code request} the template that this thread has matched. One without a path as base is for servers that know none. */
    static void describe(StreamRequest request) {
        if (slots != null) {
            slot().describe(request);
        }
    }

    private static Slot slot() {
        Slot[] made = slots;
        if (made == null) {
            made = makeSlots();
        }
        return made[(int) Thread.currentThread().getId() & (SLOTS - 1)];
    }

    /** Once: what a thread puts into a second array is lost. */
    private static synchronized Slot[] makeSlots() {
        if (slots == null) {
            Slot[] made = new Slot[SLOTS];
            for (int i = 0; i < SLOTS; i++) {
                made[i] = new Slot();
            }
            slots = made;
        }
        return slots;
    }

    /** The lock is for three fields, and nobody waits inside of it. */
    private static final class Slot {
        private Thread thread;
        private Object base;
        private Object template;
        private KeptRoute kept;

        Slot() {}

        synchronized void begin(Object itsBase, Object itsTemplate, KeptRoute itsKept) {
            thread = Thread.currentThread();
            base = itsBase;
            template = itsTemplate;
            kept = itsKept;
        }

        /** Who has begun before ends it. */
        synchronized boolean beginKept(KeptRoute itsKept) {
            if (thread == Thread.currentThread() && template != null) {
                kept = itsKept;
                return false;
            }
            begin(itsKept.base, itsKept.template, itsKept);
            return true;
        }

        synchronized void beginBelow(Object itsBase, String itsTemplate) {
            Object whole = itsTemplate;
            if (thread == Thread.currentThread() && template != null) {
                StringBuilder joined = new StringBuilder(itsTemplate);
                prepend(joined, template.toString());
                whole = joined.toString();
            }
            begin(itsBase, whole, null);
        }

        synchronized void keepFor(Object output) {
            if (thread == Thread.currentThread() && template != null) {
                KeptRoute.ALL.put(output, new KeptRoute(base, template.toString()));
            }
        }

        synchronized void end() {
            if (thread == Thread.currentThread()) {
                thread = null;
                base = null;
                template = null;
                kept = null;
            }
        }

        synchronized void describe(StreamRequest request) {
            if (thread == Thread.currentThread()) {
                tell(request);
                if (kept != null) {
                    kept.template = null;
                }
                end();
            }
        }

        private void tell(StreamRequest request) {
            if (base != null && base != SERVLET) {
                request.servlet(null, null, null, null).routePrefix(base).route(template);
            } else if (request.route() == null && base == null) {
                request.servlet(request.contextPath(), null, null, null).route(template);
            } else if (request.route() == null && request.contextPath() != null) {
                request.route(template);
            }
        }
    }

    private static final class KeptRoute {
        static final WeakIdentityMap<KeptRoute> ALL = new WeakIdentityMap<KeptRoute>();

        private final Object base;
        private volatile String template;

        KeptRoute(Object base, String template) {
            this.base = base;
            this.template = template;
        }
    }
}
