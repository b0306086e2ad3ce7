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
    static final ConfigKey<Boolean> GC_PAUSES_ENABLED = ConfigKey.onOff(
            "gc.pauses.enabled",
            "the watch on garbage collections",
            "Whether pauses of the JVM are set against open streams; listens from the first stream on.");
    static final ConfigKey<Boolean> AUDIENCE_ENABLED = ConfigKey.onOff(
            "audience.enabled", "the look at the audience", "Whether people are told from programs, by route.");
    static final ConfigKey<Long> AUDIENCE_WINDOW =
            ConfigKey.of("audience.window", new DurationType(), "15m", "How far the gauges of the audience look back.");
    static final ConfigKey<Integer> AUDIENCE_SAMPLES_MIN = ConfigKey.of(
            "audience.samples.min",
            new IntegerType(1, 1_000_000),
            "30",
            "Streams of a route in that window below which its gauges are absent.");
    static final ConfigKey<Long> AUDIENCE_STABLE_AFTER = ConfigKey.of(
            "audience.stable.after", new DurationType(), "5m", "Age from which on a stream that ends was stable.");
    static final ConfigKey<Integer> AUDIENCE_SUSPECT_STREAMS = ConfigKey.of(
            "audience.suspect.streams",
            new IntegerType(1, 1_000_000),
            "30",
            "Streams of one client that end within the window, from which on they are suspect of automation.");
    static final ConfigKey<Boolean> AUDIENCE_SUSPECT_PROGRAMS = ConfigKey.onOff(
            "audience.suspect.programs",
            "suspicion by user agent",
            "Whether a client that says that it is a program is suspect for that.");
    static final ConfigKey<Boolean> JVM_ENABLED = ConfigKey.onOff(
            "jvm.enabled",
            "what is told of the JVM and its process",
            "Whether the basics of the JVM and its process are among the metrics.");
    static final ConfigKey<Boolean> JFR_ENABLED = ConfigKey.onOff(
            "jfr.enabled",
            "what is told to flight recordings",
            "Whether streams are told to a flight recording that runs.");
    static final ConfigKey<Long> JFR_SLOW_WRITE = ConfigKey.of(
            "jfr.slow.write", new DurationType(), "100ms", "Time from which on a write is an event of its own there.");
    static final ConfigKey<LabelPatterns> LABELS_ALLOW = ConfigKey.of(
            "labels.allow",
            new LabelPatternsType(),
            "",
            "Values that labels may show; of a label that is not named, all. What is not shown counts as `_other_`.");
    static final ConfigKey<LabelPatterns> LABELS_DENY = ConfigKey.of(
            "labels.deny", new LabelPatternsType(), "", "Values that labels may not show, also if they are allowed.");
    static final ConfigKey<LabelLimits> LABELS_MAX = ConfigKey.of(
            "labels.max", new LabelLimitsType(), "", "How many values labels may show, the first that come.");
    static final ConfigKey<Boolean> WIRE_ENABLED = ConfigKey.onOff(
            "wire.enabled",
            "the watch on connections",
            "Whether the connections of open streams are sampled: backlogs, half-closed and retransmitting streams.");
    static final ConfigKey<Long> WIRE_INTERVAL = ConfigKey.of(
            "wire.interval",
            new DurationType(),
            "5s",
            "Time between two samples, one second at least; longer by itself where a sample costs more than 1% of it.");
    static final ConfigKey<Integer> WIRE_BACKLOG_MIN = ConfigKey.of(
            "wire.backlog.min",
            new IntegerType(1, 1_000_000_000),
            "65536",
            "Bytes that its client has not acknowledged from which on a stream counts as backlogged.");
    static final ConfigKey<Integer> WIRE_SOCKETS_MAX = ConfigKey.of(
            "wire.sockets.max",
            new IntegerType(1, 10_000_000),
            "100000",
            "Sockets of the network namespace that a sample looks at.");
    static final ConfigKey<Boolean> ORPHANS_ENABLED = ConfigKey.onOff(
            "orphans.enabled",
            "the watch on threads and tasks",
            "Whether threads, tasks and executors that outlive their stream are found; weaves classes of the JDK when the first stream opens.");
    static final ConfigKey<Long> ORPHANS_AFTER = ConfigKey.of(
            "orphans.after",
            new DurationType(),
            "30s",
            "Time after the end of a stream from which on what it started and is alive counts as an orphan.");
    static final ConfigKey<Integer> ORPHAN_SITES_MAX = ConfigKey.of(
            "orphans.sites.max",
            new IntegerType(1, 1_000),
            "50",
            "Distinct places in code that are told for orphans; further ones share one.");
    static final ConfigKey<Integer> ORPHANS_TRACKED_MAX = ConfigKey.of(
            "orphans.tracked.max",
            new IntegerType(1, 1_000_000),
            "10000",
            "Threads, tasks and executors of streams followed at the same time; further ones pass unobserved.");
    static final ConfigKey<Integer> ALERTS_ORPHANS = ConfigKey.of(
            "alerts.orphans",
            new LimitType<>(new IntegerType(1, 1_000_000), Integer.MAX_VALUE),
            "10",
            "Orphans of one place from which on a line tells.");
    static final ConfigKey<Long> ALERTS_GC_PAUSE = ConfigKey.of(
            "alerts.gc.pause",
            new LimitType<>(new DurationType(), Long.MAX_VALUE),
            "1s",
            "Pause of the JVM under open streams from which on a line tells.");
    static final ConfigKey<Integer> ALERTS_THREADS = ConfigKey.of(
            "alerts.threads",
            new LimitType<>(new IntegerType(1, 1_000_000), Integer.MAX_VALUE),
            "off",
            "Threads held by streams from which on a line tells.");
    static final ConfigKey<Integer> ALERTS_ALLOCATION = ConfigKey.of(
            "alerts.allocation",
            new LimitType<>(new IntegerType(1, 2_000_000_000), Integer.MAX_VALUE),
            "off",
            "Bytes allocated for streams of a route in a second from which on a line tells.");
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
            GC_PAUSES_ENABLED,
            AUDIENCE_ENABLED,
            AUDIENCE_WINDOW,
            AUDIENCE_SAMPLES_MIN,
            AUDIENCE_STABLE_AFTER,
            AUDIENCE_SUSPECT_STREAMS,
            AUDIENCE_SUSPECT_PROGRAMS,
            JVM_ENABLED,
            JFR_ENABLED,
            JFR_SLOW_WRITE,
            LABELS_ALLOW,
            LABELS_DENY,
            LABELS_MAX,
            WIRE_ENABLED,
            WIRE_INTERVAL,
            WIRE_BACKLOG_MIN,
            WIRE_SOCKETS_MAX,
            ORPHANS_ENABLED,
            ORPHANS_AFTER,
            ORPHAN_SITES_MAX,
            ORPHANS_TRACKED_MAX,
            ALERTS_ORPHANS,
            ALERTS_GC_PAUSE,
            ALERTS_THREADS,
            ALERTS_ALLOCATION,
            LOG_LEVEL,
            CONFIG_FILE);

    private ConfigKeys() {}

    private static List<ConfigKey<?>> with(List<ConfigKey<?>> last, ConfigKey<?>... first) {
        List<ConfigKey<?>> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(last);
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
