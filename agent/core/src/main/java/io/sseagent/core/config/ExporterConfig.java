package io.sseagent.core.config;

import io.sseagent.core.labels.LabelLimits;
import io.sseagent.core.labels.LabelPatterns;
import io.sseagent.core.labels.LabelsConfig;

/** Settings of the metrics endpoint. */
public final class ExporterConfig {
    private final boolean enabled;
    private final String host;
    private final int port;
    private final String path;
    private final SecurityConfig security;
    private final LabelsConfig labels;

    ExporterConfig(Settings settings) {
        this.enabled = settings.get(ConfigKeys.EXPORTER_ENABLED);
        this.host = settings.get(ConfigKeys.HOST);
        this.port = settings.get(ConfigKeys.PORT);
        this.path = settings.get(ConfigKeys.PATH);
        this.security = new SecurityConfig(settings);
        LabelPatterns allowed = settings.getOrNull(ConfigKeys.LABELS_ALLOW);
        LabelPatterns denied = settings.getOrNull(ConfigKeys.LABELS_DENY);
        LabelLimits most = settings.getOrNull(ConfigKeys.LABELS_MAX);
        this.labels = new LabelsConfig(
                allowed == null ? LabelPatterns.NONE : allowed,
                denied == null ? LabelPatterns.NONE : denied,
                most == null ? LabelLimits.NONE : most);
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

    /** Which values of labels are shown. */
    public LabelsConfig labels() {
        return labels;
    }

    /** The beginning of the endpoint's URLs. */
    public String scheme() {
        return security.keystore() == null ? "http" : "https";
    }
}
