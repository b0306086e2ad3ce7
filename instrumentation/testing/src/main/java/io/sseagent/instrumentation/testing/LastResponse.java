package io.sseagent.instrumentation.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;

/** Keeps all that is read of a connection, to its end, exactly as it comes. For one thread. */
final class LastResponse extends FilterInputStream {
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    LastResponse(InputStream input) {
        super(new BufferedInputStream(input));
    }

    /**
     * What has been read so far and the rest of it. Once the response has come, this side closes its half, because not every server
     * closes a connection when it is asked to: Helidon 4 waits for its client. Nothing if the server closes it without a word.
     */
    byte[] toTheEnd(Socket socket, String method) throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return received.toByteArray();
        }
        in.reset();
        ResponseBody.afterHead(this, method).readAll();
        try {
            socket.shutdownOutput();
        } catch (SocketException closed) {
            // the server was quicker
        }
        readAllBytes();
        return received.toByteArray();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            received.write(next);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            received.write(buffer, offset, count);
        }
        return count;
    }
}
