package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection of an HTTP/1.1 client that carries one request after another. It sees the bytes as they come and counts what it
 * has received by itself. Each connection says that it is another client, unless a request names its {@code User-Agent}. For one
 * thread.
 */
public final class HttpConnection implements Closeable {
    private static final int READ_TIMEOUT_MILLIS = 30_000;
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private final URI application;
    private final Socket socket;
    private final InputStream input;
    private final String userAgent = "contract-" + CLIENTS.incrementAndGet();

    private HttpConnection(URI application, Socket socket) throws IOException {
        this.application = application;
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects to the host and port of an application, whose path goes before that of every request. */
    public static HttpConnection to(URI application) {
        try {
            Socket socket = new Socket(application.getHost(), application.getPort());
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            return new HttpConnection(application, socket);
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    /** The whole response to a GET; each header is a line. */
    public Received get(String address, String... headers) {
        return open(address, headers).readAll();
    }

    /** The whole response to a POST. */
    public Received post(String address, byte[] body, String... headers) {
        return send("POST", address, body, headers).readAll();
    }

    /** Sends a GET and reads the head of the response; the body is the caller's to read. */
    public ResponseBody open(String address, String... headers) {
        return send("GET", address, new byte[0], headers);
    }

    /** Sends a request of any method and reads the head of the response. */
    public ResponseBody send(String method, String address, byte[] body, String... headers) {
        try {
            String path = application.getPath() + address;
            StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            head.append("Host: ").append(application.getAuthority()).append("\r\n");
            if (!String.join("\n", headers).contains("User-Agent:")) {
                head.append("User-Agent: ").append(userAgent).append("\r\n");
            }
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            if (body.length > 0) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            return ResponseBody.afterHead(input, method);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Sends a GET and reads nothing. */
    public void ask(String address) {
        try {
            String path = application.getPath() + address;
            String head = "GET " + path + " HTTP/1.1\r\nHost: " + application.getAuthority() + "\r\nUser-Agent: "
                    + userAgent + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Everything that comes until the connection is closed, exactly as it comes. */
    public byte[] readToTheEnd(String address, String... headers) {
        try {
            String path = application.getPath() + address;
            String head = "GET " + path + " HTTP/1.1\r\nHost: " + application.getAuthority()
                    + "\r\nConnection: close\r\n" + String.join("", headers) + "\r\n";
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            return new LastResponse(input).toTheEnd(socket, "GET");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Leaves with a reset, so that the server's next read fails. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Says that nothing more will be asked, and goes on reading. */
    public void endOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Leaves, whatever is still to come. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
