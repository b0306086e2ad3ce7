package io.sseagent.prometheus;

import io.sseagent.core.log.AgentLog;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * One request and its answer; then the connection ends, so that no idle client holds a thread. Its own thread runs it, the
 * acceptor's cuts it off when its time is over: a socket's timeout bounds neither a dripping sender nor a write.
 */
final class Connection implements Runnable, Closeable {
    private static final int MOST_LEFT_OVER_BYTES = 1 << 16;

    private final Socket socket;
    private final Transport transport;
    private final EndpointHandler handler;
    private final EndpointLimits limits;
    private final AgentLog log;
    private volatile long deadlineNanos;

    Connection(Socket socket, Transport transport, EndpointHandler handler, EndpointLimits limits, AgentLog log) {
        this.socket = socket;
        this.transport = transport;
        this.handler = handler;
        this.limits = limits;
        this.log = log;
        allow(limits.requestMillis());
    }

    private void allow(long millis) {
        deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    boolean isOverdue() {
        return System.nanoTime() - deadlineNanos > 0;
    }

    @Override
    public void run() {
        try (Socket talk = transport.over(socket)) {
            serve(talk);
        } catch (IOException e) {
            log.debug("A client of the metrics endpoint left", e);
        } catch (Throwable e) {
            // the host's handler of uncaught exceptions must not hear of the agent's
            handler.failed(e);
        } finally {
            close();
        }
    }

    private void serve(Socket talk) throws IOException {
        boolean withBody = true;
        Response response;
        try {
            RequestHead request = RequestHead.read(talk.getInputStream());
            if (request == null) {
                return;
            }
            allow(limits.responseMillis());
            withBody = !request.method().equals("HEAD");
            response = handler.answer(request, socket.getInetAddress());
        } catch (RequestRejected e) {
            response = e.response();
        }
        response.writeTo(talk.getOutputStream(), withBody);
        allow(limits.requestMillis());
        awaitEnd(talk);
    }

    /** Closing over unread bytes would reset the connection, and the client might lose the answer. */
    private static void awaitEnd(Socket talk) throws IOException {
        try {
            talk.shutdownOutput();
        } catch (UnsupportedOperationException e) {
            // TLS before Java 11 ends in both directions at once
            return;
        }
        InputStream in = talk.getInputStream();
        byte[] leftOver = new byte[1024];
        int total = 0;
        int read = in.read(leftOver);
        while (read > 0 && total < MOST_LEFT_OVER_BYTES) {
            total += read;
            read = in.read(leftOver);
        }
    }

    /** Cuts it off under whatever its thread is doing; any thread. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("A socket of the metrics endpoint did not close", e);
        }
    }
}
