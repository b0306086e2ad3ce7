package io.sseagent.core.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What is known of the events of one route. Thread-safe. */
final class RouteDelivery {
    private final String route;
    private final SeriesBudget budget;
    private final AtomicLongArray rejects = new AtomicLongArray(RejectReason.values().length);
    private final AtomicLongArray failures = new AtomicLongArray(Failure.values().length);
    private final ConcurrentHashMap<String, AtomicLong> failuresByCode = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<List<String>, DeliverySeries> series = new ConcurrentHashMap<>();

    RouteDelivery(String route, SeriesBudget budget) {
        this.route = route;
        this.budget = budget;
    }

    String route() {
        return route;
    }

    /** The series of these admitted values, or the one of what has no room. */
    DeliverySeries series(String[] dimensions) {
        DeliverySeries found = series.get(Arrays.asList(dimensions));
        if (found != null) {
            return found;
        }
        return budget.take() ? add(dimensions.clone()) : overflow(dimensions);
    }

    private DeliverySeries overflow(String[] dimensions) {
        String[] values = new String[dimensions.length];
        for (int i = 0; i < values.length; i++) {
            // what is not configured has no values that could be too many
            values[i] = dimensions[i].equals(CappedValues.NONE) ? CappedValues.NONE : CappedValues.OVERFLOW;
        }
        DeliverySeries found = series.get(Arrays.asList(values));
        return found == null ? add(values) : found;
    }

    private DeliverySeries add(String[] values) {
        DeliverySeries fresh = new DeliverySeries(values);
        DeliverySeries raced = series.putIfAbsent(Arrays.asList(values), fresh);
        return raced == null ? fresh : raced;
    }

    List<DeliverySeries> series() {
        return new ArrayList<>(series.values());
    }

    void rejected(RejectReason reason) {
        rejects.getAndIncrement(reason.ordinal());
    }

    long rejects(RejectReason reason) {
        return rejects.get(reason.ordinal());
    }

    void failed(Failure failure) {
        failures.getAndIncrement(failure.ordinal());
    }

    long failures(Failure failure) {
        return failures.get(failure.ordinal());
    }

    /** An event told of a failure with this admitted code. */
    void failed(String code) {
        AtomicLong count = failuresByCode.get(code);
        if (count == null) {
            failuresByCode.putIfAbsent(code, new AtomicLong());
            count = failuresByCode.get(code);
        }
        count.incrementAndGet();
    }

    Map<String, Long> failuresByCode() {
        Map<String, Long> counts = new TreeMap<>();
        for (Map.Entry<String, AtomicLong> code : failuresByCode.entrySet()) {
            counts.put(code.getKey(), code.getValue().get());
        }
        return counts;
    }
}
