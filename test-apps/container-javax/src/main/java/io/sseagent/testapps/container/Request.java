package io.sseagent.testapps.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request, its body read whole. Whatever a servlet asks that is not here, there is not. */
final class Request extends HttpServletRequestWrapper {
    private static final HttpServletRequest NOTHING =
            Routes.proxy(HttpServletRequest.class, (self, method, arguments) -> null);

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final String method;
    private final String target;
    private final String address;
    private final int port;
    private final int ownPort;
    private final byte[] body;
    private Response response;
    private String pattern;
    private DispatcherType dispatcherType = DispatcherType.REQUEST;
    private volatile Async async;

    private Request(String[] line, Map<String, String> headers, InputStream input, Socket client) throws IOException {
        super(NOTHING);
        this.method = line[0];
        this.target = line[1];
        this.headers.putAll(headers);
        this.address = client.getInetAddress().getHostAddress();
        this.port = client.getPort();
        this.ownPort = client.getLocalPort();
        String length = this.headers.get("Content-Length");
        this.body = new byte[length == null ? 0 : Integer.parseInt(length)];
        for (int read = 0; read < body.length; ) {
            int more = input.read(body, read, body.length - read);
            if (more < 0) {
                throw new EOFException();
            }
            read += more;
        }
        int query = target.indexOf('?');
        for (String pair : (query < 0 ? "" : target.substring(query + 1)).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), "UTF-8"));
            }
        }
    }

    /** Null when the client has nothing more to ask. */
    static Request read(InputStream input, Socket client) throws IOException {
        String line = readLine(input);
        if (line == null) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (String header = readLine(input); header != null && !header.isEmpty(); header = readLine(input)) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).trim());
        }
        return new Request(line.split(" "), headers, input, client);
    }

    private static String readLine(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = input.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.write(next);
            }
            next = input.read();
        }
        return next < 0 && line.size() == 0 ? null : new String(line.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    void start(Response itsResponse, String itsPattern) {
        response = itsResponse;
        pattern = itsPattern;
    }

    void dispatched(DispatcherType type) {
        dispatcherType = type;
        async = null;
    }

    Async async() {
        return async;
    }

    @Override
    public AsyncContext startAsync() {
        Async started = new Async(this, response);
        response.startAsync(started);
        async = started;
        return started;
    }

    @Override
    public boolean isAsyncStarted() {
        return async != null;
    }

    @Override
    public AsyncContext getAsyncContext() {
        return async;
    }

    @Override
    public DispatcherType getDispatcherType() {
        return dispatcherType;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getRequestURI() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public String getServletPath() {
        return pattern == null ? "" : pattern.replace("/*", "");
    }

    @Override
    public String getPathInfo() {
        String rest = getRequestURI().substring(getServletPath().length());
        return rest.isEmpty() ? null : rest;
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    @Override
    public int getRemotePort() {
        return port;
    }

    @Override
    public int getLocalPort() {
        return ownPort;
    }

    @Override
    public String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public String getParameter(String name) {
        return parameters.get(name);
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Body(new ByteArrayInputStream(body));
    }

    private static final class Body extends ServletInputStream {
        private final InputStream bytes;

        Body(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return bytes.read(buffer, from, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
