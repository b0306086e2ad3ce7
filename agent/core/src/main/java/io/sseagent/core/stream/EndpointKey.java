package io.sseagent.core.stream;

/** What streams are grouped by. Every part is bounded: the route by its cap, the others by closed sets. Immutable. */
public final class EndpointKey {
    private final String route;
    private final Mode mode;
    private final String server;
    private final String httpVersion;

    EndpointKey(String route, Mode mode, String server, String httpVersion) {
        this.route = route;
        this.mode = mode;
        this.server = server;
        this.httpVersion = httpVersion;
    }

    /** Label value of {@code http_route}. */
    public String route() {
        return route;
    }

    /** Never null. */
    public Mode mode() {
        return mode;
    }

    /** Label value of {@code server}. */
    public String server() {
        return server;
    }

    /** Label value of {@code http_version}: 1.0, 1.1, 2, 3 or unknown. */
    public String httpVersion() {
        return httpVersion;
    }

    /** From the protocol as a server spells it, which may be null. */
    static String httpVersion(String protocol) {
        if (protocol == null) {
            return "unknown";
        }
        switch (protocol) {
            case "HTTP/1.0":
                return "1.0";
            case "HTTP/1.1":
                return "1.1";
            case "HTTP/2":
            case "HTTP/2.0":
                return "2";
            case "HTTP/3":
            case "HTTP/3.0":
                return "3";
            default:
                return "unknown";
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof EndpointKey)) {
            return false;
        }
        EndpointKey that = (EndpointKey) other;
        return route.equals(that.route)
                && mode == that.mode
                && server.equals(that.server)
                && httpVersion.equals(that.httpVersion);
    }

    @Override
    public int hashCode() {
        return ((route.hashCode() * 31 + mode.hashCode()) * 31 + server.hashCode()) * 31 + httpVersion.hashCode();
    }
}
