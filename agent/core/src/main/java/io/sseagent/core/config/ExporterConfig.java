package io.sseagent.core.config;

/** Settings of the metrics endpoint. */
public final class ExporterConfig {
    private final boolean enabled;
    private final String host;
    private final int port;
    private final String path;

    ExporterConfig(Settings settings) {
        this.enabled = settings.get(ConfigKeys.EXPORTER_ENABLED);
        this.host = settings.get(ConfigKeys.HOST);
        this.port = settings.get(ConfigKeys.PORT);
        this.path = settings.get(ConfigKeys.PATH);
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
}
