package io.sseagent.testapps.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;

/** Chunks of what was written up to a flush, or up to eight kilobytes. */
final class Output extends ServletOutputStream {
    private final Response response;
    private final OutputStream socket;
    private final byte[] buffer = new byte[8192];
    private int size;

    Output(Response response, OutputStream socket) {
        this.response = response;
        this.socket = socket;
    }

    @Override
    public void write(int value) throws IOException {
        if (size == buffer.length) {
            send();
        }
        buffer[size++] = (byte) value;
    }

    /** Not wholly by itself: one method of a container may well call another. */
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int next = from;
        int end = from + length;
        while (next < end) {
            write(bytes[next++]);
            int fitting = Math.min(buffer.length - size, end - next);
            System.arraycopy(bytes, next, buffer, size, fitting);
            size += fitting;
            next += fitting;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    @Override
    public void flush() throws IOException {
        send();
    }

    private void send() throws IOException {
        try {
            response.commit();
            if (size > 0 && !response.isBodiless()) {
                socket.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                socket.write(buffer, 0, size);
                socket.write(new byte[] {'\r', '\n'});
            }
            size = 0;
            socket.flush();
        } catch (IOException clientGone) {
            response.failed(clientGone);
            throw clientGone;
        }
    }

    void finish() throws IOException {
        send();
        if (!response.isBodiless()) {
            socket.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        socket.flush();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
    }
}
