package io.sseagent.core.wire;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads numbers that servers keep ({@link io.sseagent.bootstrap.ServerNumber}) by public methods, from another thread than the server's: one that
 * is old by a moment is good enough. For the agent's thread.
 */
final class NumberReader {
    /** Nobody knows: the connection has gone, or the server is of another make than the tap took it for. */
    static final long UNKNOWN = -1;

    /** With the class and not in a map here, so that no loader of an application is held. */
    private final ClassValue<Map<String, Method>> methods = new ClassValue<Map<String, Method>>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new HashMap<>();
        }
    };

    /** {@code path} names one method after the other, with dots between; what it leads to is a number. */
    long of(Object connection, String path) {
        Object value = connection;
        int from = 0;
        while (value != null && from <= path.length()) {
            int dot = path.indexOf('.', from);
            int to = dot < 0 ? path.length() : dot;
            value = call(value, path.substring(from, to));
            from = to + 1;
        }
        return value instanceof Number ? ((Number) value).longValue() : UNKNOWN;
    }

    private Object call(Object target, String name) {
        Map<String, Method> known = methods.get(target.getClass());
        Method method = known.get(name);
        if (method == null && !known.containsKey(name)) {
            method = find(target.getClass(), name);
            known.put(name, method);
        }
        try {
            return method == null ? null : method.invoke(target);
        } catch (ReflectiveOperationException | RuntimeException notTold) {
            return null;
        }
    }

    /** As a public type declares it: that of a public interface is open to all where the class is not. */
    private static Method find(Class<?> type, String name) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Method method = declared(each, name);
            for (Class<?> implemented : each.getInterfaces()) {
                method = method == null ? find(implemented, name) : method;
            }
            if (method != null) {
                return method;
            }
        }
        return null;
    }

    private static Method declared(Class<?> type, String name) {
        try {
            return Modifier.isPublic(type.getModifiers()) ? publicMethod(type.getDeclaredMethod(name)) : null;
        } catch (NoSuchMethodException | LinkageError missing) {
            return null;
        }
    }

    private static Method publicMethod(Method method) {
        return Modifier.isPublic(method.getModifiers()) ? method : null;
    }
}
