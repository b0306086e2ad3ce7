package io.sseagent.testapps.matrix;

import java.nio.ByteBuffer;

/** A response as it comes, a byte at a time and nothing kept: an HTTP/1.1 head, then a chunked event stream. */
final class SoakResponse {
    private static final int LONGEST_HEAD = 4096;
    private static final int EMPTY_LINES = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';

    /** How far it has come. */
    enum State {
        HEAD,
        STREAMING,
        /** The last chunk has come. */
        OVER,
        /** It is no stream. */
        REFUSED
    }

    private final StringBuilder head = new StringBuilder();
    private State state = State.HEAD;
    /** The last four bytes. */
    private int tail;

    private int events;

    State read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            tail = tail << Byte.SIZE | next & 0xff;
            if (state == State.HEAD) {
                head.append((char) next);
                endHead();
            } else {
                // between two chunks there is a carriage return, so this is an event's own empty line
                events += (tail & 0xffff) == ('\n' << 8 | '\n') ? 1 : 0;
                state = tail == EMPTY_LINES ? State.OVER : state;
            }
        }
        return state;
    }

    private void endHead() {
        if (tail == EMPTY_LINES) {
            state = head.indexOf("HTTP/1.1 200") == 0 ? State.STREAMING : State.REFUSED;
            tail = 0;
        } else if (head.length() > LONGEST_HEAD) {
            state = State.REFUSED;
        }
    }

    State state() {
        return state;
    }

    int events() {
        return events;
    }

    String statusLine() {
        return head.toString().lines().findFirst().orElse("nothing");
    }
}
