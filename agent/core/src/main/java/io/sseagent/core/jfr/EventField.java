package io.sseagent.core.jfr;

/** A field of a recorded event. Immutable. */
final class EventField {
    private final Class<?> type;
    private final String name;
    private final String label;
    private final String unit;
    private final Object unitValue;

    private EventField(Class<?> type, String name, String label, String unit, Object unitValue) {
        this.type = type;
        this.name = name;
        this.label = label;
        this.unit = unit;
        this.unitValue = unitValue;
    }

    static EventField text(String name, String label) {
        return new EventField(String.class, name, label, null, null);
    }

    static EventField number(String name, String label) {
        return new EventField(long.class, name, label, null, null);
    }

    static EventField bytes(String name, String label) {
        return new EventField(long.class, name, label, "DataAmount", "BYTES");
    }

    static EventField nanos(String name, String label) {
        return new EventField(long.class, name, label, "Timespan", "NANOSECONDS");
    }

    Class<?> type() {
        return type;
    }

    String name() {
        return name;
    }

    String label() {
        return label;
    }

    /** The annotation that says its unit, null if it has none. */
    String unit() {
        return unit;
    }

    Object unitValue() {
        return unitValue;
    }
}
