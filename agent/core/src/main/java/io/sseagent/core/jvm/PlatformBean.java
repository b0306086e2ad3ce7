package io.sseagent.core.jvm;

import java.lang.management.ManagementFactory;

/** A bean of the JVM with what only some vendors and releases have, asked by name. Thread-safe. */
final class PlatformBean {
    private final Object bean;
    private final Class<?> type;

    private PlatformBean(Object bean, String type) {
        this.bean = bean;
        this.type = typeOf(bean, type);
    }

    /** The interface is exported, the class that implements it is not. */
    private static Class<?> typeOf(Object bean, String name) {
        try {
            Class<?> type = Class.forName(name, false, ClassLoader.getSystemClassLoader());
            return type.isInstance(bean) ? type : null;
        } catch (ClassNotFoundException | LinkageError notThisJvm) {
            return null;
        }
    }

    static PlatformBean operatingSystem() {
        Object bean = ManagementFactory.getOperatingSystemMXBean();
        PlatformBean unix = new PlatformBean(bean, "com.sun.management.UnixOperatingSystemMXBean");
        return unix.type == null ? new PlatformBean(bean, "com.sun.management.OperatingSystemMXBean") : unix;
    }

    static PlatformBean threads() {
        return new PlatformBean(ManagementFactory.getThreadMXBean(), "com.sun.management.ThreadMXBean");
    }

    /** What a method without parameters says; negative where there is none or it does not know. */
    long number(String method) {
        if (type == null) {
            return -1;
        }
        try {
            return ((Number) type.getMethod(method).invoke(bean)).longValue();
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            return -1;
        }
    }

    /** As {@link #number} for a method that takes and gives an array; null where there is none or it does not know. */
    long[] numbers(String method, long[] of) {
        if (type == null) {
            return null;
        }
        try {
            return (long[]) type.getMethod(method, long[].class).invoke(bean, (Object) of);
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            return null;
        }
    }
}
