package io.sseagent.core.wire;

import io.sseagent.bootstrap.ServerNumber;
import java.lang.ref.WeakReference;

/** What is sampled of one open stream: its connection, of which streams of HTTP/2 that share one have an object each, and its buffer. */
final class OpenSocket {
    private static final int PROOF = 2;

    final long socket;
    final int localPort;
    final RouteWire route;
    /** What the server keeps for the connection, and how its backlog is read from that; null if it cannot tell. */
    final WeakReference<Object> connection;

    final String backlogPath;

    // Of the agent's thread: the last sample.
    /** Null if the server keeps nothing back in front of the tap, does not tell, or wrote while nobody counted. */
    HeldBytes held;

    OpenSocket sameSocket;
    boolean seen;
    boolean halfClosed;
    boolean retransmitting;
    long queuedBytes;
    private boolean known;
    private int missing;

    // Guarded by this.
    private boolean finSeen;
    private long eventsCounted;

    OpenSocket(long socket, int localPort, RouteWire route, ServerNumber backlog, HeldBytes held) {
        this.socket = socket;
        this.localPort = localPort;
        this.route = route;
        this.connection = backlog == null ? null : new WeakReference<>(backlog.source());
        this.backlogPath = backlog == null ? null : backlog.path();
        this.held = held;
    }

    void forget() {
        sameSocket = null;
        seen = false;
        halfClosed = false;
        retransmitting = false;
        queuedBytes = 0;
    }

    /**
     * After a sample that {@code first} was shown for this connection, if it is there. One that is missing twice in a row was reset: its server has
     * not noticed yet. Once is no proof, because the table changes while it is read.
     */
    void judge(OpenSocket first, boolean complete) {
        halfClosed = first.halfClosed;
        if (first.seen) {
            known = true;
            missing = 0;
        } else if (known && complete) {
            missing++;
            halfClosed = missing >= PROOF;
        }
    }

    /** A sample has shown that the peer has closed its side. From then on its route counts what is written. */
    synchronized void finSeen(long events) {
        if (!finSeen) {
            finSeen = true;
            eventsCounted = events;
        }
    }

    /** How many events the stream has written now. */
    synchronized void events(long events) {
        if (finSeen && events > eventsCounted) {
            route.eventsAfterFin(events - eventsCounted);
            eventsCounted = events;
        }
    }
}
