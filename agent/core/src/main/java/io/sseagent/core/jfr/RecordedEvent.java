package io.sseagent.core.jfr;

import java.lang.reflect.Method;

/** A type of event that the flight recorder knows. Thread-safe. */
final class RecordedEvent {
    private final Object factory;
    private final Method newEvent;
    private final Method shouldCommit;
    private final Method set;
    private final Method commit;
    private final int fields;

    RecordedEvent(Object factory, Method newEvent, Class<?> event, int fields) throws NoSuchMethodException {
        this.factory = factory;
        this.newEvent = newEvent;
        this.shouldCommit = event.getMethod("shouldCommit");
        this.set = event.getMethod("set", int.class, Object.class);
        this.commit = event.getMethod("commit");
        this.fields = fields;
    }

    /** Records one if a recording runs that wants it; the values in the order of the fields. */
    void record(Object... values) throws ReflectiveOperationException {
        if (values.length != fields) {
            throw new IllegalArgumentException(values.length + " values for " + fields + " fields");
        }
        Object event = newEvent.invoke(factory);
        if (!(Boolean) shouldCommit.invoke(event)) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            set.invoke(event, i, values[i]);
        }
        commit.invoke(event);
    }
}
