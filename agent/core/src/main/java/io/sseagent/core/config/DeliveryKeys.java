package io.sseagent.core.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The rows of the table of keys that tell how late events are, by what they say themselves. */
final class DeliveryKeys {
    static final ConfigKey<Boolean> ENABLED = ConfigKey.onOff(
            "delivery.enabled",
            "the delivery SLA",
            "Whether what the other keys `delivery.*` ask for is done; without a time or a code it is nothing.");
    static final ConfigKey<ValueSource> EVENT_TIME = ConfigKey.of(
                    "delivery.event.time",
                    ValueSourceType.ofDataOrId(),
                    "",
                    "Where an event says when what it tells of happened.")
            .orSwitchOff(ENABLED);
    static final ConfigKey<ValueSource> PUBLISH_TIME = ConfigKey.of(
                    "delivery.publish.time",
                    ValueSourceType.ofDataOrId(),
                    "",
                    "Where an event says when the application published it.")
            .orSwitchOff(ENABLED);
    static final ConfigKey<EpochUnit> TIME_UNIT = ConfigKey.of(
                    "delivery.time.unit",
                    new EpochUnitType(),
                    "auto",
                    "Unit of times that are numbers; ISO 8601 is read whatever it is.")
            .orSwitchOff(ENABLED);
    static final ConfigKey<RoutePatterns> ROUTES = ConfigKey.of(
                    "delivery.routes", new RoutePatternsType(), "*", "Routes whose events are read.")
            .orSwitchOff(ENABLED);
    static final ConfigKey<ValueSource> SCENE = dimension("scene");
    static final ConfigKey<ValueSource> CHANNEL = dimension("channel");
    static final ConfigKey<ValueSource> DECISION_TYPE = dimension("decision.type");
    static final ConfigKey<Integer> VALUES_MAX = ConfigKey.of(
            "delivery.values.max",
            new IntegerType(1, 1_000),
            "20",
            "Distinct values of each dimension, and codes of failures; further ones share one overflow value.");
    static final ConfigKey<Integer> SERIES_MAX = ConfigKey.of(
            "delivery.series.max",
            new IntegerType(1, 10_000),
            "200",
            "Combinations of route and dimensions; further ones of a route share one of overflow values.");
    static final ConfigKey<Long> SKEW_MAX = ConfigKey.of(
            "delivery.skew.max",
            new DurationType(),
            "5s",
            "How far a time may lie ahead of this machine's clock and count as now; beyond that it is rejected.");
    static final ConfigKey<Long> AGE_MAX =
            ConfigKey.of("delivery.age.max", new DurationType(), "1h", "Age beyond which a time is rejected as stale.");
    static final ConfigKey<Long> WINDOW =
            ConfigKey.of("delivery.window", new DurationType(), "60s", "Time that the exact quantiles look back over.");
    static final ConfigKey<String> FAILURE_EVENT = ConfigKey.of(
            "delivery.failure.event", new TextType(), "error", "Type of the events that tell of a failure.");
    static final ConfigKey<ValueSource> FAILURE_CODE = ConfigKey.of(
                    "delivery.failure.code",
                    ValueSourceType.ofData(),
                    "",
                    "Where such an event has the code of the failure.")
            .orSwitchOff(ENABLED);
    static final ConfigKey<Integer> BUFFERS_MAX = ConfigKey.of(
            "delivery.buffers.max",
            new IntegerType(1, 4_096),
            "64",
            "Events whose data is being collected at the same time, 16 KB each; further ones are not read.");
    static final ConfigKey<Boolean> BACKLOG = ConfigKey.of(
            "backlog.events.enabled",
            new BooleanType(),
            "false",
            "Whether the integer ids of events are compared, to tell how far open streams are behind.");

    /** In the order of the page. */
    static final List<ConfigKey<?>> ALL = Collections.unmodifiableList(Arrays.<ConfigKey<?>>asList(
            ENABLED,
            EVENT_TIME,
            PUBLISH_TIME,
            TIME_UNIT,
            ROUTES,
            SCENE,
            CHANNEL,
            DECISION_TYPE,
            VALUES_MAX,
            SERIES_MAX,
            SKEW_MAX,
            AGE_MAX,
            WINDOW,
            FAILURE_EVENT,
            FAILURE_CODE,
            BUFFERS_MAX,
            BACKLOG));

    private DeliveryKeys() {}

    private static ConfigKey<ValueSource> dimension(String name) {
        return ConfigKey.of(
                        "delivery." + name,
                        ValueSourceType.ofDataOrHeader(),
                        "",
                        "Where the value of the label `" + name.replace('.', '_') + "` of `sse_delivery_seconds` is.")
                .orSwitchOff(ENABLED);
    }
}
