package io.sseagent.core.config;

import io.sseagent.core.labels.LabelLimits;
import io.sseagent.core.labels.LabelPatterns;
import io.sseagent.core.log.LogLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The one table of keys. {@code agent/CONFIGURATION.md} shows the same rows, and a test keeps the two equal. */
final class ConfigKeys {
    static final ConfigKey<Boolean> ENABLED =
            ConfigKey.onOff("enabled", "the agent", "Whether the agent does anything at all.");
    static final ConfigKey<Arming> ARMING = ConfigKey.of(
            "arming",
            new ArmingType(),
            "start",
            "When the taps are armed: from the first class on, or when the application has booted.");
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
    static final ConfigKey<String> TLS_KEYSTORE = ConfigKey.of(
                    "tls.keystore",
                    new FileNameType("the path of a keystore"),
                    "",
                    "Keystore with the endpoint's key and certificates; if given, the endpoint speaks TLS only.")
            .orSwitchOff(EXPORTER_ENABLED);
    static final ConfigKey<String> TLS_KEYSTORE_TYPE = ConfigKey.of(
                    "tls.keystore.type", new ChoiceType("PKCS12", "JKS"), "PKCS12", "Type of the keystore.")
            .orSwitchOff(EXPORTER_ENABLED);
    static final ConfigKey<String> TLS_KEYSTORE_PASSWORD = ConfigKey.of(
            "tls.keystore.password",
            new SecretType(),
            "",
            "Password of the keystore and its key; best from the environment, since arguments are visible to others.");
    static final ConfigKey<String> TLS_KEYSTORE_PASSWORD_FILE = ConfigKey.of(
                    "tls.keystore.password.file",
                    new FileNameType("the path of a file"),
                    "",
                    "File whose first line is that password; outranks `tls.keystore.password`.")
            .orSwitchOff(EXPORTER_ENABLED);
    static final ConfigKey<String> AUTH_USERS_FILE = ConfigKey.of(
                    "auth.users.file",
                    new FileNameType("the path of a file"),
                    "",
                    "Users for basic authentication, one line each as `hash-password` prints it.")
            .orSwitchOff(EXPORTER_ENABLED);
    static final ConfigKey<String> AUTH_TOKEN_FILE = ConfigKey.of(
                    "auth.token.file",
                    new FileNameType("the path of a file"),
                    "",
                    "File whose first line is a bearer token of 16 characters at least.")
            .orSwitchOff(EXPORTER_ENABLED);
    static final ConfigKey<String> DISABLE_FILE = ConfigKey.of(
            "disable.file",
            new FileNameType("the path of a file"),
            "",
            "The agent is disabled as long as this file exists; looked for once a second.");
    static final ConfigKey<Double> BREAKER_HEAP = ConfigKey.of(
            "breaker.heap",
            new LimitType<>(new PercentType(), Double.POSITIVE_INFINITY),
            "95%",
            "Share of the old generation in use after a collection at which the agent disables itself.");
    static final ConfigKey<Double> BREAKER_CPU = ConfigKey.of(
            "breaker.cpu",
            new LimitType<>(new PercentType(), Double.POSITIVE_INFINITY),
            "20%",
            "Share of one processor that the agent's own threads take over 30 s at which it disables itself.");
    static final ConfigKey<Long> BREAKER_SCRAPE = ConfigKey.of(
            "breaker.scrape",
            new LimitType<>(new DurationType(), Long.MAX_VALUE),
            "5s",
            "Time that three scrapes in a row take to be made at which the agent disables itself.");
    static final ConfigKey<Long> BREAKER_RECOVERY = ConfigKey.of(
            "breaker.recovery",
            new DurationType(),
            "60s",
            "Time after which a breaker that tripped lets go if all is well; doubled, up to 16 times, if it trips again.");
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
    static final ConfigKey<Integer> STREAM_MEMORY_MAX = ConfigKey.of(
            "stream.memory.max",
            new IntegerType(0, 65_536),
            "4096",
            "Bytes that one stream may hold for its counts, beside a fixed kilobyte; what needs more is counted in its route's.");
    static final ConfigKey<Long> STALLED_AFTER = ConfigKey.of(
            "stalled.after", new DurationType(), "60s", "Silence after which an open stream counts as stalled.");
    static final ConfigKey<Long> RECONNECT_WINDOW = ConfigKey.of(
            "reconnect.window",
            new DurationType(),
            "60s",
            "Time after the end of a stream, beside the wait that its retry: field asked for, in which the same client's next one counts as a reconnect.");
    static final ConfigKey<Integer> RECONNECT_CLIENTS_MAX = ConfigKey.of(
            "reconnect.clients.max",
            new IntegerType(1, 1_000_000),
            "10000",
            "Clients remembered to recognise reconnects; the oldest is forgotten first.");
    static final ConfigKey<LabelPatterns> LABELS_ALLOW = ConfigKey.of(
            "labels.allow",
            new LabelPatternsType(),
            "",
            "Values that labels may show; of a label that is not named, all. What is not shown counts as `_other_`.");
    static final ConfigKey<LabelPatterns> LABELS_DENY = ConfigKey.of(
            "labels.deny", new LabelPatternsType(), "", "Values that labels may not show, also if they are allowed.");
    static final ConfigKey<LabelLimits> LABELS_MAX = ConfigKey.of(
            "labels.max", new LabelLimitsType(), "", "How many values labels may show, the first that come.");
    static final ConfigKey<LogLevel> LOG_LEVEL = ConfigKey.of(
            "log.level", new LogLevelType(), "info", "How much the agent says about itself on standard error.");
    static final ConfigKey<String> CONFIG_FILE = ConfigKey.of(
            "config.file",
            new FileNameType("the path of a properties file"),
            "",
            "Properties file with further settings.");

    static final ConfigKey<Boolean> TAP_ENABLED = tap("<name>");

    private static final String TAP_PREFIX = "instrumentation.";
    private static final String TAP_SUFFIX = ".enabled";
    private static final int MAX_TAP_NAME_LENGTH = 64;

    /** Every key but the switches of the instrumentations, of which there is one per name. */
    static final List<ConfigKey<?>> FIXED = with(
            WatchKeys.ALL,
            DeliveryKeys.ALL,
            ENABLED,
            ARMING,
            EXPORTER_ENABLED,
            HOST,
            PORT,
            PATH,
            TLS_KEYSTORE,
            TLS_KEYSTORE_TYPE,
            TLS_KEYSTORE_PASSWORD,
            TLS_KEYSTORE_PASSWORD_FILE,
            AUTH_USERS_FILE,
            AUTH_TOKEN_FILE,
            DISABLE_FILE,
            BREAKER_HEAP,
            BREAKER_CPU,
            BREAKER_SCRAPE,
            BREAKER_RECOVERY,
            ROUTES_MAX,
            EVENT_TYPES_MAX,
            STREAMS_MAX,
            STREAM_MEMORY_MAX,
            STALLED_AFTER,
            RECONNECT_WINDOW,
            RECONNECT_CLIENTS_MAX,
            LABELS_ALLOW,
            LABELS_DENY,
            LABELS_MAX,
            LOG_LEVEL,
            CONFIG_FILE);

    private ConfigKeys() {}

    private static List<ConfigKey<?>> with(
            List<ConfigKey<?>> watches, List<ConfigKey<?>> delivery, ConfigKey<?>... first) {
        List<ConfigKey<?>> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(watches);
        all.addAll(delivery);
        return Collections.unmodifiableList(all);
    }

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
