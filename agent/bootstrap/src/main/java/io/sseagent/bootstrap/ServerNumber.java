package io.sseagent.bootstrap;

/**
 * A number that a server keeps, to be read at any time and from any thread: where to begin, and how to go on from there. Immutable; what
 * outlives the opening of a stream holds the source weakly.
 */
public final class ServerNumber {
    private final Object source;
    private final String path;

    /** {@code path} names public methods without parameters, one after the other, with dots between. */
    ServerNumber(Object source, String path) {
        this.source = source;
        this.path = path;
    }

    /** An object of the server, maybe null. */
    public Object source() {
        return source;
    }

    /** The names of methods that lead from the source to the number. */
    public String path() {
        return path;
    }
}
