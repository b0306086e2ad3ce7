package io.sseagent.core.wire;

/** Told of the sockets in a table of the kernel. */
interface SocketListener {
    /** Whether a socket with this local port is worth a look: asked first, for each one. */
    boolean wants(int localPort);

    /**
     * A socket.
     *
     * @param socket as {@link SocketHash} calls it
     * @param state the kernel's number, for example {@link SocketTable#CLOSE_WAIT}
     * @param queuedBytes written and not acknowledged by the peer yet
     * @param retransmits time-outs in a row since the peer acknowledged something
     */
    void socket(long socket, int state, long queuedBytes, long retransmits);
}
