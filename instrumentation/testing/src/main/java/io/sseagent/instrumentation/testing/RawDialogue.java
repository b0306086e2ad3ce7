package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Everything that a server sends on one HTTP/1 connection, as it came: heads, chunk sizes and bodies. The client sends one request
 * after another, each when the answer to the one before is complete, and asks for the end of the connection with the last.
 */
public final class RawDialogue {
    private static final int READ_TIMEOUT_MILLIS = 30_000;
    private static final Pattern BETWEEN = Pattern.compile(" *, (?=[A-Z])");
    /** The body of every POST, with all line ends, a byte order mark and a character of three bytes. */
    private static final byte[] BODY =
            "\uFEFFdata: one\r\n\r\n: comment\r\revent: typed\ndata: \u20ac\n\ndata: cut of".getBytes(UTF_8);
    /** In what two runs of the same server differ: the time of day, and the number of a request in Spring's page of errors. */
    private static final Pattern DIFFERENT =
            Pattern.compile("(?im)^(date: ).*GMT$|(\"(?:timestamp|requestId)\":\")[^\"]*");
    /** Of that page, since the number has more digits in one run than in the other. */
    private static final Pattern LENGTH = Pattern.compile("(?i)(-length: )\\d+(?=(\r\n.+)*\r\n\r\n\\{\"timestamp)");

    private RawDialogue() {}

    /**
     * What the server answers, a character per byte, without what differs between two runs of the server itself: the values of {@code Date}
     * headers, and of the time and the request's number in Spring's page of errors.
     *
     * @param requests as {@code GET /one?a=b, POST /two HTTP/1.0}, by default HTTP/1.1
     * @throws UncheckedIOException when the connection is reset
     */
    public static String hold(URI application, String requests) {
        List<String> all = List.of(BETWEEN.split(requests));
        try (Socket socket = new Socket(application.getHost(), application.getPort())) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            LastResponse input = new LastResponse(socket.getInputStream());
            for (String request : all.subList(0, all.size() - 1)) {
                socket.getOutputStream().write(bytes(application, request, ""));
                ResponseBody.afterHead(input, method(request)).readAll();
            }
            String last = all.get(all.size() - 1);
            socket.getOutputStream().write(bytes(application, last, "Connection: close\r\n"));
            return comparable(new String(input.toTheEnd(socket, method(last)), ISO_8859_1));
        } catch (IOException broken) {
            throw new UncheckedIOException(requests, broken);
        }
    }

    /** A text without what differs between two runs of the server itself. */
    public static String comparable(String received) {
        return LENGTH.matcher(DIFFERENT.matcher(received).replaceAll("$1$2")).replaceAll("$1");
    }

    private static byte[] bytes(URI application, String request, String more) {
        String[] parts = request.split(" ");
        String version = parts.length > 2 ? parts[2] : "HTTP/1.1";
        byte[] body = parts[0].equals("POST") ? BODY : new byte[0];
        String length = body.length == 0
                ? ""
                : "Content-Type: application/octet-stream\r\nContent-Length: " + body.length + "\r\n";
        String head = parts[0] + " " + application.getPath() + parts[1] + " " + version + "\r\nHost: "
                + application.getAuthority() + "\r\nAccept: text/event-stream\r\n" + length + more + "\r\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static String method(String request) {
        return request.substring(0, request.indexOf(' '));
    }
}
