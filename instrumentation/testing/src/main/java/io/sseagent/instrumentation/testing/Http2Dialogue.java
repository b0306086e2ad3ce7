package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The frames that a server sends on one HTTP/2 stream, in their order and with their flags (RFC 9113), over clear text with prior
 * knowledge. Frames of the connection are left out: when they come depends on time.
 */
public final class Http2Dialogue {
    private static final int READ_TIMEOUT_MILLIS = 30_000;
    private static final int LARGEST_WINDOW = Integer.MAX_VALUE;
    private static final int DEFAULT_WINDOW = 65_535;
    private static final int INITIAL_WINDOW_SIZE = 4;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int WINDOW_UPDATE = 8;
    private static final int ACK = 1;
    private static final int CANCEL = 8;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    private Http2Dialogue() {}

    /** One text per frame of the answer to a GET, without what differs between two runs, as in {@link RawDialogue}. */
    public static List<String> get(URI application, String address) {
        try (Socket socket = new Socket(application.getHost(), application.getPort())) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            DataOutputStream output = new DataOutputStream(socket.getOutputStream());
            output.write(request(application, address));
            return frames(new DataInputStream(new BufferedInputStream(socket.getInputStream())), output);
        } catch (IOException broken) {
            throw new UncheckedIOException(address, broken);
        }
    }

    /** Resets the answer to a GET at its first bytes, and returns when the server has read that. */
    public static void reset(URI application, String address) {
        try (Socket socket = new Socket(application.getHost(), application.getPort())) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            DataOutputStream output = new DataOutputStream(socket.getOutputStream());
            output.write(request(application, address));
            DataInputStream input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            skipTo(input, DATA, 0);
            head(output, RST_STREAM, 0, 1, 4);
            output.writeInt(CANCEL);
            head(output, PING, 0, 0, 8);
            output.writeLong(0);
            skipTo(input, PING, ACK);
        } catch (IOException broken) {
            throw new UncheckedIOException(address, broken);
        }
    }

    /** The open connection of a GET whose answer has sent its first bytes; nothing more is read. */
    public static Closeable open(URI application, String address) {
        try {
            Socket socket = new Socket(application.getHost(), application.getPort());
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.getOutputStream().write(request(application, address));
            skipTo(new DataInputStream(socket.getInputStream()), DATA, 0);
            return socket;
        } catch (IOException broken) {
            throw new UncheckedIOException(address, broken);
        }
    }

    /**
     * Sends a GET and reads nothing.
     *
     * @param streamWindow how many bytes the server may send on the stream, and {@code connectionWindow} on all streams together
     * @return the open connection
     */
    public static Closeable ask(URI application, String address, int streamWindow, int connectionWindow) {
        try {
            Socket socket = new Socket(application.getHost(), application.getPort());
            socket.getOutputStream().write(request(application, address, streamWindow, connectionWindow));
            return socket;
        } catch (IOException broken) {
            throw new UncheckedIOException(address, broken);
        }
    }

    /** Reads up to a frame of this type that has this flag. */
    private static void skipTo(DataInputStream input, int wanted, int flag) throws IOException {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READ_TIMEOUT_MILLIS);
        int type = -1;
        int flags = 0;
        while (type != wanted || (flags & flag) != flag) {
            int length = input.readUnsignedShort() << 8 | input.readUnsignedByte();
            type = input.readUnsignedByte();
            flags = input.readUnsignedByte();
            input.skipNBytes(4L + length);
            if (System.nanoTime() > deadlineNanos) {
                throw new SocketTimeoutException("other frames only");
            }
        }
    }

    /** With windows that never fill: a frame that is cut because the client reads late would depend on time. */
    private static byte[] request(URI application, String address) throws IOException {
        return request(application, address, LARGEST_WINDOW, LARGEST_WINDOW);
    }

    private static byte[] request(URI application, String address, int streamWindow, int connectionWindow)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream output = new DataOutputStream(bytes);
        output.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        head(output, SETTINGS, 0, 0, 6);
        output.writeShort(INITIAL_WINDOW_SIZE);
        output.writeInt(streamWindow);
        if (connectionWindow > DEFAULT_WINDOW) {
            head(output, WINDOW_UPDATE, 0, 0, 4);
            output.writeInt(connectionWindow - DEFAULT_WINDOW);
        }
        byte[] headers = HeaderBlock.get(application.getAuthority(), application.getPath() + address);
        head(output, HEADERS, END_STREAM | END_HEADERS, 1, headers.length);
        output.write(headers);
        return bytes.toByteArray();
    }

    private static List<String> frames(DataInputStream input, DataOutputStream output) throws IOException {
        List<String> frames = new ArrayList<>();
        while (true) {
            int length = input.readUnsignedShort() << 8 | input.readUnsignedByte();
            int type = input.readUnsignedByte();
            int flags = input.readUnsignedByte();
            int stream = input.readInt();
            byte[] payload = input.readNBytes(length);
            if (stream == 0) {
                acknowledge(output, type, flags, payload);
            } else {
                String content = type == HEADERS
                        ? HeaderBlock.fields(payload).toString()
                        : RawDialogue.comparable(new String(payload, ISO_8859_1));
                frames.add("type " + type + " flags " + flags + ": " + content);
                boolean last = (flags & END_STREAM) != 0 && (type == DATA || type == HEADERS);
                if (last || type == RST_STREAM) {
                    return frames;
                }
            }
        }
    }

    private static void acknowledge(DataOutputStream output, int type, int flags, byte[] payload) throws IOException {
        if ((type == SETTINGS || type == PING) && (flags & ACK) == 0) {
            byte[] answer = type == PING ? payload : new byte[0];
            head(output, type, ACK, 0, answer.length);
            output.write(answer);
        }
    }

    private static void head(DataOutputStream output, int type, int flags, int stream, int length) throws IOException {
        output.writeByte(length >> 16);
        output.writeShort(length);
        output.writeByte(type);
        output.writeByte(flags);
        output.writeInt(stream);
    }
}
