package io.sseagent.core.config;

import io.sseagent.core.log.LogLevel;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The one table of keys. {@code agent/CONFIGURATION.md} shows the same rows, and a test keeps the two equal. */
final class ConfigKeys {
    static final ConfigKey<Boolean> ENABLED =
            ConfigKey.onOff("enabled", "the agent", "Whether the agent does anything at all.");
    static final ConfigKey<Boolean> EXPORTER_ENABLED =
            ConfigKey.onOff("exporter.enabled", "the metrics endpoint", "Whether the metrics endpoint is served.");
    static final ConfigKey<String> HOST = ConfigKey.of(
                    "host", new HostType(), "0.0.0.0", "Address that the metrics endpoint listens on.")
            .orSwitchOff(EXPORTER_ENABLED);
    static final ConfigKey<Integer> PORT = ConfigKey.of(
                    "port", new IntegerType(0, 65_535), "9464", "TCP port of the metrics endpoint; 0 takes a free one.")
            .orSwitchOff(EXPORTER_ENABLED);
    static final ConfigKey<String> PATH =
            ConfigKey.of("path", new UrlPathType(), "/metrics", "Path of the metrics endpoint.");
    static final ConfigKey<Integer> ROUTES_MAX = ConfigKey.of(
            "routes.max",
            new IntegerType(1, 10_000),
            "200",
            "Distinct routes in metrics; streams of further ones share one overflow route.");
    static final ConfigKey<Integer> EVENT_TYPES_MAX = ConfigKey.of(
            "event.types.max",
            new IntegerType(1, 1_000),
            "20",
            "Distinct event types in metrics; further ones share one overflow type.");
    static final ConfigKey<Integer> STREAMS_MAX = ConfigKey.of(
            "streams.max",
            new IntegerType(1, 10_000_000),
            "100000",
            "Streams tracked at the same time; further ones pass unobserved.");
    static final ConfigKey<Long> STALLED_AFTER = ConfigKey.of(
            "stalled.after", new DurationType(), "60s", "Silence after which an open stream counts as stalled.");
    static final ConfigKey<Long> RECONNECT_WINDOW = ConfigKey.of(
            "reconnect.window",
            new DurationType(),
            "60s",
            "Time after the end of a stream in which the same client's next one counts as a reconnect.");
    static final ConfigKey<Integer> RECONNECT_CLIENTS_MAX = ConfigKey.of(
            "reconnect.clients.max",
            new IntegerType(1, 1_000_000),
            "10000",
            "Clients remembered to recognise reconnects; the oldest is forgotten first.");
    static final ConfigKey<LogLevel> LOG_LEVEL = ConfigKey.of(
            "log.level", new LogLevelType(), "info", "How much the agent says about itself on standard error.");
    static final ConfigKey<String> CONFIG_FILE =
            ConfigKey.of("config.file", new FileNameType(), "", "Properties file with further settings.");

    static final ConfigKey<Boolean> TAP_ENABLED = tap("<name>");

    private static final String TAP_PREFIX = "instrumentation.";
    private static final String TAP_SUFFIX = ".enabled";
    private static final int MAX_TAP_NAME_LENGTH = 64;

    /** Every key but the switches of the instrumentations, of which there is one per name. */
    static final List<ConfigKey<?>> FIXED = Collections.unmodifiableList(Arrays.<ConfigKey<?>>asList(
            ENABLED,
            EXPORTER_ENABLED,
            HOST,
            PORT,
            PATH,
            ROUTES_MAX,
            EVENT_TYPES_MAX,
            STREAMS_MAX,
            STALLED_AFTER,
            RECONNECT_WINDOW,
            RECONNECT_CLIENTS_MAX,
            LOG_LEVEL,
            CONFIG_FILE));

    private ConfigKeys() {}

    /** The switch of one instrumentation. */
    static ConfigKey<Boolean> tap(String tapName) {
        return ConfigKey.onOff(
                TAP_PREFIX + tapName + TAP_SUFFIX,
                "the instrumentation",
                "Whether the instrumentation of this name is applied.");
    }

    /** The name inside {@code instrumentation.<name>.enabled} in its one spelling; null when the key is another one. */
    static String tapName(String key) {
        int end = key.length() - TAP_SUFFIX.length();
        if (!key.startsWith(TAP_PREFIX) || !key.endsWith(TAP_SUFFIX) || end <= TAP_PREFIX.length()) {
            return null;
        }
        String name = key.substring(TAP_PREFIX.length(), end);
        return name.length() <= MAX_TAP_NAME_LENGTH ? TapNames.spell(name) : null;
    }
}
