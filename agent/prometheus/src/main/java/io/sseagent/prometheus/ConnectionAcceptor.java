package io.sseagent.prometheus;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.log.AgentLog;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hands each connection to a thread of its own, a bounded number of them, and cuts off the slow ones. */
final class ConnectionAcceptor implements Closeable {
    private static final int WATCH_MILLIS = 500;

    private final ServerSocket server;
    private final Transport transport;
    private final EndpointHandler handler;
    private final AgentHealth health;
    private final EndpointLimits limits;
    private final AgentLog log;
    // Guarded by this.
    private final Map<Connection, Thread> open = new LinkedHashMap<>();

    ConnectionAcceptor(
            ServerSocket server,
            Transport transport,
            EndpointHandler handler,
            AgentHealth health,
            EndpointLimits limits,
            AgentLog log) {
        this.server = server;
        this.transport = transport;
        this.handler = handler;
        this.health = health;
        this.limits = limits;
        this.log = log;
    }

    /** Accepts until {@link #close()}. */
    void run() throws InterruptedException {
        while (!server.isClosed()) {
            try {
                // with nobody there to watch, nothing wakes this thread
                server.setSoTimeout(cutOffOverdue() == 0 ? 0 : WATCH_MILLIS);
                admit(server.accept());
            } catch (SocketTimeoutException e) {
                // time to look at the open connections
            } catch (Throwable e) {
                if (!server.isClosed()) {
                    // out of file descriptors, threads or memory: trying at once would burn a core
                    health.error(EndpointHandler.COMPONENT);
                    log.warn("The metrics endpoint could not accept a connection", e);
                    Thread.sleep(WATCH_MILLIS);
                }
            }
        }
    }

    private synchronized int cutOffOverdue() {
        Iterator<Map.Entry<Connection, Thread>> each = open.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Connection, Thread> connection = each.next();
            if (!connection.getValue().isAlive()) {
                each.remove();
            } else if (connection.getKey().isOverdue()) {
                connection.getKey().close();
            }
        }
        return open.size();
    }

    private synchronized void admit(Socket socket) throws IOException {
        if (server.isClosed()) {
            socket.close();
            return;
        }
        if (cutOffOverdue() >= limits.maxConnections()) {
            refuse(socket);
            return;
        }
        Connection connection = new Connection(socket, transport, handler, limits, log);
        boolean started = false;
        try {
            Thread thread = DaemonThread.of("sse-agent-metrics-connection", new Runnable() {
                @Override
                public void run() {
                    connection.run();
                    measured();
                }
            });
            thread.start();
            open.put(connection, thread);
            started = true;
        } finally {
            if (!started) {
                socket.close();
            }
        }
    }

    /** The host's handler of uncaught exceptions must not hear of the agent's, even if its beans fail. */
    private void measured() {
        try {
            health.threads().ending();
        } catch (Throwable e) {
            log.debug("A thread of the metrics endpoint could not be measured", e);
        }
    }

    /** What it writes fits the buffer of a fresh socket, so that no client can make this thread wait. */
    private void refuse(Socket socket) throws IOException {
        try {
            if (transport.isPlain()) {
                Response.text(503, "Too many connections").writeTo(socket.getOutputStream(), true);
            }
        } catch (IOException e) {
            log.debug("A client of the metrics endpoint left", e);
        } finally {
            socket.close();
        }
    }

    /** Ends everything that is open; any thread. */
    @Override
    public synchronized void close() throws IOException {
        server.close();
        for (Connection connection : open.keySet()) {
            connection.close();
        }
    }
}
