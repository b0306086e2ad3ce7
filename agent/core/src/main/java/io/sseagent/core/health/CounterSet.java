package io.sseagent.core.health;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counters by name for rare occasions. Thread-safe; names beyond the bound share one. */
final class CounterSet {
    private static final int MOST_NAMES = 100;

    private final ConcurrentHashMap<String, AtomicLong> counters = new ConcurrentHashMap<>();

    long add(String name, long amount) {
        AtomicLong counter = counters.get(name);
        if (counter == null) {
            String bounded = counters.size() < MOST_NAMES ? name : "_other_";
            AtomicLong fresh = new AtomicLong();
            AtomicLong raced = counters.putIfAbsent(bounded, fresh);
            counter = raced == null ? fresh : raced;
        }
        return counter.addAndGet(amount);
    }

    Map<String, Long> read() {
        Map<String, Long> result = new TreeMap<>();
        for (Map.Entry<String, AtomicLong> entry : counters.entrySet()) {
            result.put(entry.getKey(), entry.getValue().get());
        }
        return result;
    }
}
