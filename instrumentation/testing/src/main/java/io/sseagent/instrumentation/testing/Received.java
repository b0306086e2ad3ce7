package io.sseagent.instrumentation.testing;

import java.util.List;

/** A response as far as a client has read it. Immutable, as long as nobody writes into its body. */
public final class Received {
    private final int status;
    private final List<String> head;
    private final byte[] body;
    private final boolean whole;

    Received(int status, List<String> head, byte[] body, boolean whole) {
        this.status = status;
        this.head = head;
        this.body = body;
        this.whole = whole;
    }

    /** Of the status line. */
    public int status() {
        return status;
    }

    /** Status line and header lines as they came. */
    public List<String> head() {
        return head;
    }

    /** The body without its chunks. */
    public byte[] body() {
        return body;
    }

    /** Whether the server ended the body; false if the connection broke off, or the client has not read on. */
    public boolean whole() {
        return whole;
    }

    /** The body as a browser would read it. */
    public ReceivedEvents events() {
        return ReceivedEvents.in(body);
    }
}
