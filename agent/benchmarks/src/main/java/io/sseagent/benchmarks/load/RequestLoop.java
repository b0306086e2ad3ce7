package io.sseagent.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A fixed number of requests over a few connections, each with one request under way. */
final class RequestLoop implements Connection.Responses {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final long SELECT_MILLIS = 1000;

    private final int port;
    private final int connections;
    private final int requests;
    private final long pauseNanos;
    private int sent;
    private int done;

    /** With a pause after each pass the client reads more at once, takes less CPU and wakes the server less. */
    RequestLoop(int port, int connections, int requests, int pauseMicros) {
        this.port = port;
        this.connections = Math.min(connections, requests);
        this.requests = requests;
        this.pauseNanos = TimeUnit.MICROSECONDS.toNanos(pauseMicros);
    }

    String run(String path) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        List<Connection> open = new ArrayList<>();
        long bytes = 0;
        long start = System.nanoTime();
        try (Selector selector = Selector.open()) {
            for (; sent < connections; sent++) {
                open.add(Connection.open(port, path, selector));
            }
            while (done < requests) {
                selector.select(SELECT_MILLIS);
                for (SelectionKey key : selector.selectedKeys()) {
                    bytes += ((Connection) key.attachment()).drain(buffer, this);
                }
                selector.selectedKeys().clear();
                if (pauseNanos > 0) {
                    LockSupport.parkNanos(pauseNanos);
                }
            }
            long nanos = System.nanoTime() - start;
            for (Connection connection : open) {
                connection.close();
            }
            return "done " + nanos + " " + bytes;
        }
    }

    @Override
    public void ended(Connection connection, int count) throws IOException {
        done += count;
        if (count > 0 && sent < requests) {
            sent++;
            connection.send();
        }
    }
}
