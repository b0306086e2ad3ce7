package io.sseagent.bootstrap;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Collection;

/**
 * The facts of one request, gathered by a tap when its response is committed. Filled and read on one thread.
 *
 * <p>Every value may be null, which means "not known": the model never invents one.
 */
public final class StreamRequest {

    /** Index of {@code Last-Event-ID}. */
    public static final int LAST_EVENT_ID = 0;
    /** Index of {@code X-Reconnect-Timestamp}: milliseconds since the epoch at which the client lost its stream. */
    public static final int RECONNECT_TIMESTAMP = 1;
    /** Index of {@code User-Agent}. */
    public static final int USER_AGENT = 2;
    /** Index of {@code X-Forwarded-For}. */
    public static final int FORWARDED_FOR = 3;
    /** Index of {@code Authorization}: only ever hashed, never kept. */
    public static final int AUTHORIZATION = 4;
    /** Index of {@code traceparent} (W3C Trace Context). */
    public static final int TRACEPARENT = 5;

    private final String server;
    private final String[] headers = new String[HeaderNames.count()];
    private String protocol;
    private String method;
    private String path;
    private String route;
    private String routePrefix;
    private String contextPath;
    private String servletPath;
    private String pathInfo;
    private String[] mappings;
    private String remoteAddress;
    private Object peer;
    private int peerPort;
    private int localPort;
    private ServerNumber backlog;
    private ServerNumber written;
    private long elapsedNanos = -1;
    private long work;
    private boolean pickedUp;
    private boolean encoded;

    /** A request seen by the tap of {@code server} (label value, for example {@code tomcat}). */
    public StreamRequest(String server) {
        this.server = server;
    }

    /** Method as on the wire, path without query, protocol as in {@code HTTP/1.1}, address of the peer. */
    public StreamRequest line(String method, String path, String protocol, String remoteAddress) {
        this.method = method;
        this.path = path;
        this.protocol = protocol;
        this.remoteAddress = remoteAddress;
        return this;
    }

    /** The template that a framework matched, relative to its servlet if there is one; null if none is known. */
    public StreamRequest route(Object template) {
        this.route = template == null ? null : template.toString();
        return this;
    }

    /** The path at which the router of the template hangs, maybe as the client spelled it; null if it is the only one. */
    public StreamRequest routePrefix(Object prefix) {
        this.routePrefix = prefix == null ? null : prefix.toString();
        return this;
    }

    /** How a servlet container mapped the request, as in {@code HttpServletRequest}; mappings are the servlet's patterns. */
    public StreamRequest servlet(String contextPath, String servletPath, String pathInfo, String[] mappings) {
        this.contextPath = contextPath;
        this.servletPath = servletPath;
        this.pathInfo = pathInfo;
        this.mappings = mappings;
        return this;
    }

    /**
     * As {@link #servlet} where only the servlet's patterns are known, texts as in the servlet specification, and not which of them
     * has matched: the one that {@code uri}, a path as on the wire, is most like.
     */
    public StreamRequest mapped(String contextPath, String uri, Collection<?> patterns) {
        ServletMappings.match(this, contextPath, uri, patterns);
        return this;
    }

    /** How many request headers the model reads; a tap hands over each by {@link #header(int, String)}. */
    public static int headerCount() {
        return HeaderNames.count();
    }

    /** The name of header {@code index}, as in HTTP/1.1. */
    public static String headerName(int index) {
        return HeaderNames.get(index);
    }

    /** Asks the taps for one more header of requests that come from now on; returns its index, or -1 if there are 16 already. */
    public static int alsoRead(String name) {
        return HeaderNames.add(name);
    }

    /** The value of the header {@code index}, or null; dropped if that was asked for after this request had begun. */
    public StreamRequest header(int index, String value) {
        if (index < headers.length) {
            headers[index] = value;
        }
        return this;
    }

    /** Nanoseconds since the server began to handle the request; negative means unknown. */
    public StreamRequest elapsedNanos(long nanos) {
        this.elapsedNanos = nanos;
        return this;
    }

    /** Which request this was, for servers whose streams open on another thread than their requests are read by; 0 means the thread's own. */
    public StreamRequest work(long request) {
        this.work = request;
        return this;
    }

    /** Marks a stream that was already open when the agent attached: its start is unknown. */
    public StreamRequest pickedUp() {
        this.pickedUp = true;
        return this;
    }

    /** Whether the body has a content encoding already when the tap sees it: its bytes count, its events cannot. */
    public StreamRequest encoded(boolean already) {
        this.encoded = already;
        return this;
    }

    /**
     * The ends of the connection as this process has it, whatever a proxy says of others: the peer's address as an {@code InetAddress} or its
     * text, or null, and two ports, of which one that is not positive is not known. For streams only: an ordinary request asks for none of these.
     */
    public StreamRequest socket(Object peer, int peerPort, int localPort) {
        this.peer = peer;
        this.peerPort = peerPort;
        this.localPort = localPort;
        return this;
    }

    /** As {@link #socket(Object, int, int)}; what is no {@link InetSocketAddress} is not known. */
    public StreamRequest socket(SocketAddress remote, SocketAddress local) {
        if (remote instanceof InetSocketAddress && local instanceof InetSocketAddress) {
            InetSocketAddress known = (InetSocketAddress) remote;
            socket(known.getAddress(), known.getPort(), ((InetSocketAddress) local).getPort());
        }
        return this;
    }

    /** How many bytes the server has taken for this connection and not handed on to the socket, see {@link ServerNumber}. */
    public StreamRequest backlog(Object connection, String path) {
        this.backlog = new ServerNumber(connection, path);
        return this;
    }

    /**
     * How many bytes the application has written to the body of this response, see {@link ServerNumber}; for servers that keep them in a
     * buffer in front of what the tap sees. A text may count by its characters.
     */
    public StreamRequest written(Object output, String path) {
        this.written = new ServerNumber(output, path);
        return this;
    }

    /** The path of a request target in origin or absolute form (RFC 9112, 3.2), without its query; null stays null. */
    public static String pathOf(String target) {
        if (target == null) {
            return null;
        }
        int from = 0;
        if (!target.startsWith("/")) {
            int authority = target.indexOf("://");
            from = authority < 0 ? 0 : target.indexOf('/', authority + 3);
            if (from < 0) {
                return "/";
            }
        }
        int end = target.indexOf('?', from);
        return target.substring(from, end < 0 ? target.length() : end);
    }

    /** Label value of the server, never null. */
    public String server() {
        return server;
    }

    /** Request method, or null. */
    public String method() {
        return method;
    }

    /** Path without query, or null. */
    public String path() {
        return path;
    }

    /** For example {@code HTTP/1.1}, or null. */
    public String protocol() {
        return protocol;
    }

    /** Template that a framework matched, or null. */
    public String route() {
        return route;
    }

    /** Path in front of the template, or null. */
    public String routePrefix() {
        return routePrefix;
    }

    /** Context path, empty for the root context, or null. */
    public String contextPath() {
        return contextPath;
    }

    /** The part of the path that selected the servlet, or null. */
    public String servletPath() {
        return servletPath;
    }

    /** The part of the path behind {@link #servletPath()}, or null. */
    public String pathInfo() {
        return pathInfo;
    }

    /** Whether the servlet that was selected has this very pattern. */
    public boolean isMapped(String pattern) {
        return mappings != null && Arrays.asList(mappings).contains(pattern);
    }

    /** Address of the peer, or null. Only ever hashed. */
    public String remoteAddress() {
        return remoteAddress;
    }

    /** Address of the other end of the connection, an {@code InetAddress} or its text, or null. */
    public Object peer() {
        return peer;
    }

    /** Port of the other end, 0 or less if it is not known. */
    public int peerPort() {
        return peerPort;
    }

    /** Port of this end, 0 or less if it is not known. */
    public int localPort() {
        return localPort;
    }

    /** The server's backlog; null if it cannot be read. */
    public ServerNumber backlog() {
        return backlog;
    }

    /** What the application has written; null if it cannot be read or need not. */
    public ServerNumber written() {
        return written;
    }

    /** Value of the header {@code index}, or null; also null for the index -1. */
    public String header(int index) {
        return index < 0 || index >= headers.length ? null : headers[index];
    }

    /** Nanoseconds since the request started, negative if unknown. */
    public long elapsedNanos() {
        return elapsedNanos;
    }

    /** The number of the request in {@link StreamWork}, or 0. */
    public long work() {
        return work;
    }

    /** Whether the stream was open before the agent was there. */
    public boolean isPickedUp() {
        return pickedUp;
    }

    /** Whether the tap sees the body encoded. */
    public boolean isEncoded() {
        return encoded;
    }
}
