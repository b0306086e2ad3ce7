package io.sseagent.bootstrap;

/** A request, as that which caused work: threads, tasks and executors that were started while it was handled. Any thread. */
public final class WorkOrigin {
    final long request;
    private volatile Object stream;

    WorkOrigin(long request, Object stream) {
        this.request = request;
        this.stream = stream;
    }

    /** What the model calls the stream that the request has opened, held as weakly as the model chooses; null if it opened none yet. */
    public Object stream() {
        return stream;
    }

    void opened(Object itsStream) {
        stream = itsStream;
    }
}
