package io.sseagent.core.parser;

/**
 * How the parser reads one kind of memory by absolute index. Stateless, so that no parser ever holds on to a server's
 * buffer, and with two subclasses only: the JIT inlines both.
 */
abstract class ByteAccess<T> {
    static final byte LF = '\n';
    static final byte CR = '\r';

    abstract byte get(T bytes, int index);

    /** The index of the first CR or LF in the range, or {@code to}. */
    abstract int lineEnd(T bytes, int from, int to);
}
