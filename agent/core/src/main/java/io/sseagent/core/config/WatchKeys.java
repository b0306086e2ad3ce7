package io.sseagent.core.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The keys of the parts that follow streams beside the model, which {@link ConfigKeys} has among all. */
final class WatchKeys {
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
    static final ConfigKey<Boolean> ORPHANS_ENABLED = ConfigKey.of(
            "orphans.enabled",
            new BooleanType(),
            "false",
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

    /** In the order of the page. */
    static final List<ConfigKey<?>> ALL = Collections.unmodifiableList(Arrays.<ConfigKey<?>>asList(
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
            ALERTS_ALLOCATION));

    private WatchKeys() {}
}
