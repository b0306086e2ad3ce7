package io.sseagent.core.delivery;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;
import java.util.concurrent.ConcurrentHashMap;

/** The values that a label has had, up to a cap; further and overlong ones are {@link #OVERFLOW}. Thread-safe. */
final class CappedValues {
    static final String OVERFLOW = "_other_";
    /** What an event that does not have the value counts under: no label at all, to Prometheus. */
    static final String NONE = "";

    private static final int LONGEST = 64;

    private final int max;
    private final AgentHealth health;
    private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();

    CappedValues(int max, AgentHealth health) {
        this.max = max;
        this.health = health;
    }

    /** The value to count under; null and empty are {@link #NONE}. */
    String admit(String value) {
        if (value == null || value.isEmpty()) {
            return NONE;
        }
        String admitted = known.get(value);
        return admitted == null ? add(value) : admitted;
    }

    private String add(String value) {
        if (value.length() > LONGEST || value.equals(OVERFLOW) || !isAdded(value)) {
            health.overflow(Bound.DELIVERY_VALUES);
            return OVERFLOW;
        }
        return value;
    }

    private synchronized boolean isAdded(String value) {
        if (known.size() >= max && !known.containsKey(value)) {
            return false;
        }
        known.put(value, value);
        return true;
    }
}
