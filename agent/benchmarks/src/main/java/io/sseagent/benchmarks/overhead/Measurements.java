package io.sseagent.benchmarks.overhead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every value by figure, variant and round. A variant is only ever compared with what no agent took in the same round. */
final class Measurements {
    private final Map<Figure, Map<String, Map<Integer, Double>>> values = new LinkedHashMap<>();

    /** @param round counts on over launches: equal rounds ran next to each other */
    void add(Figure figure, String variant, int round, double value) {
        values.computeIfAbsent(figure, f -> new LinkedHashMap<>())
                .computeIfAbsent(variant, v -> new LinkedHashMap<>())
                .put(round, value);
    }

    /** In the order in which they were first measured. */
    Set<Figure> figures() {
        return values.keySet();
    }

    /** The values themselves; null if there are none. */
    Spread absolute(Figure figure, String variant) {
        Map<Integer, Double> byRound = rounds(figure, variant);
        return byRound.isEmpty() ? null : Spread.of(byRound.values());
    }

    /** Compared with {@code base} round by round; null if they have no round in common. */
    Spread compared(Figure figure, String variant, String base) {
        Map<Integer, Double> ofBase = rounds(figure, base);
        List<Double> compared = new ArrayList<>();
        rounds(figure, variant).forEach((round, value) -> {
            Double baseValue = ofBase.get(round);
            if (baseValue != null) {
                compared.add(figure.comparison().of(value, baseValue));
            }
        });
        return compared.isEmpty() ? null : Spread.of(compared);
    }

    private Map<Integer, Double> rounds(Figure figure, String variant) {
        return values.getOrDefault(figure, Map.of()).getOrDefault(variant, Map.of());
    }
}
