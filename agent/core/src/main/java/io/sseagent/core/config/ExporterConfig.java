package io.sseagent.core.config;

/** Settings of the metrics endpoint. */
public final class ExporterConfig {
    private final boolean enabled;
    private final String host;
    private final int port;
    private final String path;
    private final SecurityConfig security;

    ExporterConfig(Settings settings) {
        this.enabled = settings.get(ConfigKeys.EXPORTER_ENABLED);
        this.host = settings.get(ConfigKeys.HOST);
        this.port = settings.get(ConfigKeys.PORT);
        this.path = settings.get(ConfigKeys.PATH);
        this.security = new SecurityConfig(settings);
    }

    /** Whether the endpoint is served; false also when host or port were not accepted. */
    public boolean enabled() {
        return enabled;
    }

    /** Host name or IP address to listen on, not resolved yet; an IPv6 address comes without brackets. */
    public String host() {
        return host;
    }

    /** TCP port, 0 for any free one. */
    public int port() {
        return port;
    }

    /** URL path, starts with a slash. */
    public String path() {
        return path;
    }

    /** Encryption and credentials. */
    public SecurityConfig security() {
        return security;
    }

    /** The beginning of the endpoint's URLs. */
    public String scheme() {
        return security.keystore() == null ? "http" : "https";
    }
}
