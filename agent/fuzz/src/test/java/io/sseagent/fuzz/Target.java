package io.sseagent.fuzz;

import java.util.Locale;

/** What is fuzzed. */
enum Target {
    PARSER("io.sseagent.core.parser.ParserTarget", 1),
    REQUEST("io.sseagent.prometheus.RequestTarget", 50),
    CONFIG("io.sseagent.core.config.ConfigTarget", 200),
    ENDPOINT("io.sseagent.prometheus.EndpointTarget", 20),
    DELIVERY("io.sseagent.core.delivery.DeliveryTarget", 100);

    final String className;
    final long inputs;

    /** Gets one in {@code share} of the inputs asked for. */
    Target(String className, int share) {
        this.className = className;
        this.inputs = Long.getLong("fuzz.inputs") / share;
    }

    /** The folder of its first inputs. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
