package io.sseagent.prometheus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One complete answer, to be written once. Names neither product nor version. */
final class Response {
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final int status;
    private final String contentType;
    private final boolean gzip;
    private final Body body;
    private final String headers;

    private Response(int status, String contentType, boolean gzip, Body body, String headers) {
        this.status = status;
        this.contentType = contentType;
        this.gzip = gzip;
        this.body = body;
        this.headers = headers;
    }

    /** With a body that is the answer's from now on. */
    Response(int status, String contentType, boolean gzip, Body body) {
        this(status, contentType, gzip, body, "");
    }

    /** A line of text. */
    static Response text(int status, String line) {
        return text(status, line, "");
    }

    /** A line of text, and header lines that each end with CR and LF. */
    static Response text(int status, String line, String headers) {
        byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
        return new Response(status, PLAIN, false, Body.of(body), headers);
    }

    /** Writes it all, or the head alone, at the client's pace. The connection ends with it, and so does the body. */
    void writeTo(OutputStream out, boolean withBody) throws IOException {
        try {
            out.write(head().getBytes(StandardCharsets.ISO_8859_1));
            if (withBody) {
                body.writeTo(out);
            }
            out.flush();
        } finally {
            body.release();
        }
    }

    private String head() {
        StringBuilder head = new StringBuilder();
        head.append("HTTP/1.1 ").append(status).append(' ').append(reason()).append("\r\n");
        head.append("Content-Type: ").append(contentType).append("\r\n");
        head.append("Content-Length: ").append(body.sizeBytes()).append("\r\n");
        if (gzip) {
            head.append("Content-Encoding: gzip\r\n");
        }
        head.append(headers).append("Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n");
        head.append("Vary: Accept, Accept-Encoding\r\nConnection: close\r\n\r\n");
        return head.toString();
    }

    private String reason() {
        switch (status) {
            case 200:
                return "OK";
            case 400:
                return "Bad Request";
            case 401:
                return "Unauthorized";
            case 403:
                return "Forbidden";
            case 404:
                return "Not Found";
            case 405:
                return "Method Not Allowed";
            case 409:
                return "Conflict";
            case 429:
                return "Too Many Requests";
            case 431:
                return "Request Header Fields Too Large";
            case 503:
                return "Service Unavailable";
            case 505:
                return "HTTP Version Not Supported";
            default:
                return "Internal Server Error";
        }
    }
}
