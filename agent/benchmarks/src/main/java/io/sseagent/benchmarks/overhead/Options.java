package io.sseagent.benchmarks.overhead;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The command line of the overhead run. Immutable. */
final class Options {
    static final String USAGE = """
            options:
              --quick             a few minutes instead of an hour: few rounds, few events
              --scenarios a,b     of start, start-webflux, events, batched, webflux, requests, idle, scale (default: all)
              --variants a,b      of the table's columns (default: all whose jar is there); none is always measured
              --launches N        JVMs per variant; JIT luck differs from one to the next
              --rounds N          rounds per launch
              --starts N          rounds of the start scenarios
              --events N          events per round; WebFlux takes a fifth of it
              --requests N        ordinary requests per round
              --streams a,b       open streams of the scale scenario; idle takes the second
              --heap SIZE         -Xmx of the applications
              --agent JAR         sse-agent.jar to measure
              --also NAME=ARGS    one more column: JVM arguments, separated by blanks; may be repeated
              --java BINARY       Java that runs the applications
            """;

    private static final Set<String> NAMES = Set.of(
            "scenarios",
            "variants",
            "launches",
            "rounds",
            "starts",
            "events",
            "requests",
            "streams",
            "heap",
            "agent",
            "java");

    private final boolean quick;
    private final Map<String, String> given;
    private final List<Variant> also;

    private Options(boolean quick, Map<String, String> given, List<Variant> also) {
        this.quick = quick;
        this.given = given;
        this.also = also;
    }

    /** @throws IllegalArgumentException for an unknown option or a missing value */
    static Options parse(List<String> arguments) {
        boolean quick = false;
        Map<String, String> given = new HashMap<>();
        List<Variant> also = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (name.equals("quick")) {
                quick = true;
            } else if (name.equals("also") && i + 1 < arguments.size()) {
                i++;
                also.add(variant(arguments.get(i)));
            } else if (NAMES.contains(name) && i + 1 < arguments.size()) {
                i++;
                given.put(name, arguments.get(i));
            } else {
                throw new IllegalArgumentException("unknown option, or one without its value: " + arguments.get(i));
            }
        }
        return new Options(quick, given, also);
    }

    private static Variant variant(String definition) {
        int equals = definition.indexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException("not NAME=ARGS: " + definition);
        }
        return Variant.withoutAgent(
                definition.substring(0, equals),
                definition.substring(equals + 1).trim().split(" +"));
    }

    List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String name : list("scenarios", "")) {
            scenarios.add(Scenario.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        return scenarios.isEmpty() ? List.of(Scenario.values()) : scenarios;
    }

    /** Whether a variant is asked for. */
    boolean wants(String variant) {
        List<String> names = list("variants", "");
        return names.isEmpty() || variant.equals(Variants.NONE) || names.contains(variant);
    }

    /** Variants of the user's own, after all others. */
    List<Variant> also() {
        return also;
    }

    int launches() {
        return number("launches", 1, 4);
    }

    int rounds() {
        return number("rounds", 2, 3);
    }

    int starts() {
        return number("starts", 3, 15);
    }

    int events() {
        return number("events", 100_000, 1_000_000);
    }

    int requests() {
        return number("requests", 20_000, 100_000);
    }

    /** Ascending. */
    List<Integer> streams() {
        return list("streams", quick ? "10,1000" : "10,1000,20000").stream()
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    String heap() {
        return given.getOrDefault("heap", "1g");
    }

    /** Null if it was not given. */
    Path agent() {
        return given.containsKey("agent") ? Path.of(given.get("agent")).toAbsolutePath() : null;
    }

    Path java() {
        return given.containsKey("java")
                ? Path.of(given.get("java"))
                : Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private int number(String name, int quickDefault, int longDefault) {
        String value = given.get(name);
        return value != null ? Integer.parseInt(value) : quick ? quickDefault : longDefault;
    }

    private List<String> list(String name, String byDefault) {
        String value = given.getOrDefault(name, byDefault);
        return value.isEmpty() ? List.of() : List.of(value.split(","));
    }
}
