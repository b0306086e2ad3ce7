package io.sseagent.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Connections that stay open, until the process ends, while a thread reads and forgets what arrives. */
final class HeldConnections implements Connection.Responses {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_WAIT_SECONDS = 120;
    /** So many at once, so that the server's queue of connections never overflows. */
    private static final int BATCH = 200;

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    private HeldConnections(Selector selector) {
        this.selector = selector;
    }

    static void open(int port, int count, String path) throws IOException {
        HeldConnections held = new HeldConnections(Selector.open());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        for (int opened = 0; opened < count; ) {
            for (int i = 0; i < BATCH && opened < count; i++, opened++) {
                held.connections.add(Connection.open(port, path, held.selector));
            }
            while (!held.allHaveBegun()) {
                held.drain();
                if (System.nanoTime() > deadline) {
                    throw new IOException("not every stream began");
                }
            }
        }
        Thread reader = new Thread(held::readForEver, "held-connections");
        reader.setDaemon(true);
        reader.start();
    }

    /** From the last one, because the ones before a batch have begun. */
    private boolean allHaveBegun() {
        for (int i = connections.size() - 1; i >= Math.max(0, connections.size() - BATCH); i--) {
            if (!connections.get(i).hasBegun()) {
                return false;
            }
        }
        return true;
    }

    private void drain() throws IOException {
        selector.select(1);
        for (SelectionKey key : selector.selectedKeys()) {
            ((Connection) key.attachment()).drain(buffer, this);
        }
        selector.selectedKeys().clear();
    }

    private void readForEver() {
        try {
            while (true) {
                drain();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            System.err.println("a held stream ended: " + e);
        }
    }

    @Override
    public void ended(Connection connection, int count) throws IOException {
        if (count > 0) {
            throw new IOException("a stream that was to stay open has ended");
        }
    }
}
