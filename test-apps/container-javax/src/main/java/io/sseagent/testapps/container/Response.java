package io.sseagent.testapps.container;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.ServletOutputStream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

/** A chunked response of HTTP/1.1. */
final class Response implements HttpServletResponse {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final OutputStream socket;
    private final boolean bodiless;
    private final Output output;
    private PrintWriter writer;
    private String charset;
    private int status = 200;
    private boolean committed;
    private volatile Async async;

    Response(OutputStream socket, boolean bodiless) {
        this.socket = socket;
        this.bodiless = bodiless;
        this.output = new Output(this, socket);
    }

    void startAsync(Async started) {
        async = started;
    }

    boolean isBodiless() {
        return bodiless;
    }

    void failed(IOException failure) {
        Async running = async;
        if (running != null) {
            running.failed(failure);
        }
    }

    void commit() throws IOException {
        if (committed) {
            return;
        }
        committed = true;
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " \r\nTransfer-Encoding: chunked\r\n");
        headers.forEach((name, value) -> head.append(name)
                .append(": ")
                .append(name.equalsIgnoreCase("Content-Type") ? getContentType() : value)
                .append("\r\n"));
        socket.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether the connection can go on. */
    boolean finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        output.finish();
        output.close();
        return true;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return output;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new TextOutput(output, getCharacterEncoding());
        }
        return writer;
    }

    @Override
    public String getContentType() {
        String type = headers.get("Content-Type");
        boolean adds = type != null
                && charset != null
                && !type.toLowerCase(Locale.ROOT).contains("charset=");
        return adds ? type + ";charset=" + charset : type;
    }

    @Override
    public void setContentType(String type) {
        setHeader("Content-Type", type);
    }

    @Override
    public String getCharacterEncoding() {
        String type = headers.getOrDefault("Content-Type", "").toLowerCase(Locale.ROOT);
        int named = type.indexOf("charset=");
        if (charset == null && named >= 0) {
            return type.substring(named + "charset=".length());
        }
        return charset == null ? "ISO-8859-1" : charset;
    }

    @Override
    public void setCharacterEncoding(String name) {
        charset = name;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        output.flush();
    }

    @Override
    public boolean isCommitted() {
        return committed;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    @Deprecated
    public void setStatus(int code, String message) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, String message) {
        status = code;
    }

    @Override
    public void sendRedirect(String location) {
        status = SC_FOUND;
        setHeader("Location", location);
    }

    @Override
    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void setDateHeader(String name, long date) {}

    @Override
    public void addDateHeader(String name, long date) {}

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public boolean containsHeader(String name) {
        return headers.containsKey(name);
    }

    @Override
    public String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return containsHeader(name) ? Collections.singleton(headers.get(name)) : Collections.<String>emptySet();
    }

    @Override
    public Collection<String> getHeaderNames() {
        return headers.keySet();
    }

    @Override
    public void addCookie(Cookie cookie) {}

    @Override
    public String encodeURL(String url) {
        return url;
    }

    @Override
    public String encodeRedirectURL(String url) {
        return url;
    }

    @Override
    @Deprecated
    public String encodeUrl(String url) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public String encodeRedirectUrl(String url) {
        throw new UnsupportedOperationException();
    }

    /** Everything is sent in chunks. */
    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void setBufferSize(int size) {}

    @Override
    public int getBufferSize() {
        return 8192;
    }

    @Override
    public void resetBuffer() {}

    @Override
    public void reset() {
        headers.clear();
    }

    @Override
    public void setLocale(Locale locale) {}

    @Override
    public Locale getLocale() {
        return Locale.ROOT;
    }
}
