package io.sseagent.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A keep-alive connection that sends the same request again and again. One thread. */
final class Connection {
    private static final int RESET_ON_CLOSE = 0;

    private final SocketChannel channel;
    private final byte[] request;
    private final ResponseReader reader = new ResponseReader();

    private Connection(SocketChannel channel, byte[] request) {
        this.channel = channel;
        this.request = request;
    }

    static Connection open(int port, String path, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        // or thousands of ports would be waiting in TIME_WAIT after each round
        channel.setOption(StandardSocketOptions.SO_LINGER, RESET_ON_CLOSE);
        String accept = path.startsWith("/plain") ? "*/*" : "text/event-stream";
        Connection connection = new Connection(
                channel,
                ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        connection.send();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** A request is a few bytes: it always fits into the socket's buffer. */
    void send() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Reads what is there through {@code buffer}.
     *
     * @return bytes read
     * @throws IOException also when the server closes: no response may end that way
     */
    long drain(ByteBuffer buffer, Responses responses) throws IOException {
        long total = 0;
        while (true) {
            buffer.clear();
            int read = channel.read(buffer);
            if (read < 0) {
                throw new IOException("the server closed a connection");
            }
            if (read > 0) {
                buffer.flip();
                total += read;
                responses.ended(this, reader.read(buffer));
            }
            if (read < buffer.capacity()) {
                return total;
            }
        }
    }

    boolean hasBegun() {
        return reader.hasBegun();
    }

    void close() throws IOException {
        channel.close();
    }

    /** Told about the ends of responses. */
    interface Responses {
        /** {@code count} responses of {@code connection} have ended, maybe none. */
        void ended(Connection connection, int count) throws IOException;
    }
}
