package io.sseagent.core.jfr;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The JVM's flight recorder by reflection, since Java 8 may be without it. Does not start it: an event is made only when somebody else
 * has. Thread-safe.
 */
final class FlightRecorder {
    private static final String CATEGORY = "Server-Sent Events";

    private final ClassLoader loader;
    private final Method isInitialized;

    private FlightRecorder(ClassLoader loader, Method isInitialized) {
        this.loader = loader;
        this.isInitialized = isInitialized;
    }

    /** The recorder that {@code loader} finds; null if there is none. */
    static FlightRecorder in(ClassLoader loader) {
        try {
            Class<?> type = Class.forName("jdk.jfr.FlightRecorder", true, loader);
            return new FlightRecorder(loader, type.getMethod("isInitialized"));
        } catch (ReflectiveOperationException | LinkageError missing) {
            return null;
        }
    }

    /** Whether a recording was started since the JVM is there. */
    boolean isInUse() throws ReflectiveOperationException {
        return (Boolean) isInitialized.invoke(null);
    }

    /** Makes a type of event without stack traces known to the recorder. */
    RecordedEvent event(String name, String label, EventField... fields) throws ReflectiveOperationException {
        Class<?> annotation = jfr("AnnotationElement");
        Constructor<?> make = annotation.getConstructor(Class.class, Object.class);
        List<Object> annotations = new ArrayList<>();
        annotations.add(make.newInstance(jfr("Name"), name));
        annotations.add(make.newInstance(jfr("Label"), label));
        annotations.add(make.newInstance(jfr("Category"), new String[] {CATEGORY}));
        annotations.add(make.newInstance(jfr("StackTrace"), false));
        Constructor<?> describe = jfr("ValueDescriptor").getConstructor(Class.class, String.class, List.class);
        List<Object> descriptors = new ArrayList<>();
        for (EventField field : fields) {
            List<Object> described = new ArrayList<>();
            described.add(make.newInstance(jfr("Label"), field.label()));
            if (field.unit() != null) {
                described.add(make.newInstance(jfr(field.unit()), field.unitValue()));
            }
            descriptors.add(describe.newInstance(field.type(), field.name(), described));
        }
        Class<?> factory = jfr("EventFactory");
        Object made = factory.getMethod("create", List.class, List.class).invoke(null, annotations, descriptors);
        return new RecordedEvent(
                made,
                factory.getMethod("newEvent"),
                jfr("Event"),
                Arrays.asList(fields).size());
    }

    private Class<?> jfr(String name) throws ClassNotFoundException {
        return Class.forName("jdk.jfr." + name, true, loader);
    }
}
