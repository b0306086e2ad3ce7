package io.sseagent.core.wire;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;
import java.io.File;
import java.io.IOException;

/** The tables of the kernel about the sockets of this network namespace, as files in a folder. For one thread. */
final class Kernel implements LineReader.Lines {
    private final File folder;
    private final SocketTable table;
    private final int maxSockets;
    private final AgentHealth health;
    private final LineReader reader = new LineReader();

    private SocketListener listener;
    private int sockets;

    /** {@code folder} is {@code /proc/net}; of more than {@code maxSockets} the rest is not looked at. */
    Kernel(File folder, SocketHash hash, int maxSockets, AgentHealth health) {
        this.folder = folder;
        this.table = new SocketTable(hash);
        this.maxSockets = maxSockets;
        this.health = health;
    }

    /** Shows every socket; false if there is no table, as on another system or behind a mask. */
    boolean showTo(SocketListener sample) {
        listener = sample;
        sockets = 0;
        // where one socket serves both, the connections of IPv4 are in the table of IPv6
        boolean six = read("tcp6");
        boolean four = isComplete() && read("tcp");
        listener = null;
        return six || four;
    }

    /** Whether all sockets were shown the last time. */
    boolean isComplete() {
        return sockets <= maxSockets;
    }

    private boolean read(String name) {
        return read(name, this);
    }

    private boolean read(String name, LineReader.Lines lines) {
        try {
            reader.read(new File(folder, name), lines);
            return true;
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    @Override
    public boolean line(byte[] bytes, int from, int to) {
        if (table.line(bytes, from, to, listener) && ++sockets > maxSockets) {
            health.overflow(Bound.SOCKETS);
            return false;
        }
        return true;
    }

    /** Segments that all of the namespace has sent again since it was made, negative if that is not known. */
    long retransmittedSegments() {
        TcpStatistics statistics = new TcpStatistics();
        read("snmp", statistics);
        return statistics.retransmitted();
    }
}
