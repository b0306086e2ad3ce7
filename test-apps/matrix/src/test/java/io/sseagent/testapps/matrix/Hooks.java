package io.sseagent.testapps.matrix;

import io.sseagent.testapps.matrix.FaultInjector.Place;
import io.sseagent.testapps.matrix.faults.Fault;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The advice in a server's classes by class name, each with all of its places; and the handler behind all of it. */
final class Hooks {
    /** What advice calls when it fails. */
    static final String HANDLER = "io.sseagent.bootstrap.SseStreams#adviceFailed";

    private static final String INSTRUMENTATION = "io.sseagent.instrumentation.";

    private final FaultInjector injector;

    Hooks(FaultInjector injector) {
        this.injector = injector;
    }

    /** As {@code sse_agent_errors_total} names it. */
    static String component(String hook) {
        return hook.substring(hook.lastIndexOf('.') + 1);
    }

    /** The tap that an advice belongs to: the package of a tap has its name. */
    static String tap(String hook) {
        String inPackages = hook.substring(INSTRUMENTATION.length(), hook.lastIndexOf('.'));
        return inPackages
                .replace('.', '-')
                .replace("jdkhttpserver", "jdk-httpserver")
                .replace("jdkconcurrency", "jdk-concurrency");
    }

    Set<String> woven() {
        return those(Place::woven);
    }

    Set<String> reached() {
        return those(place -> place.reached() > 0);
    }

    Set<String> thatThrew() {
        return those(place -> place.thrown() > 0);
    }

    private Set<String> those(Predicate<Place> condition) {
        Set<String> hooks = new TreeSet<>();
        injector.places().forEach((name, place) -> {
            if (name.contains("@") && condition.test(place)) {
                hooks.add(name.substring(0, name.indexOf('@')));
            }
        });
        return hooks;
    }

    /** Per hook the sum over its places. */
    Map<String, Integer> counts(ToIntFunction<Place> count) {
        Map<String, Integer> counts = new TreeMap<>();
        injector.places()
                .forEach((name, place) ->
                        counts.merge(name.replaceFirst("@.*", ""), count.applyAsInt(place), Integer::sum));
        return counts;
    }

    /** Each of its places throws the next so many times. */
    void arm(String hook, Fault fault, int times) {
        for (String name : injector.places().keySet()) {
            if (name.equals(hook) || name.startsWith(hook + "@")) {
                injector.arm(name, fault, times);
            }
        }
    }

    void disarm() {
        injector.disarm();
    }
}
