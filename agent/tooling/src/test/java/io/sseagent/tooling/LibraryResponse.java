package io.sseagent.tooling;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** An instance of the library's class, called as the application calls it. */
final class LibraryResponse {
    static final String TYPE = "io.sseagent.tooling.library.Response";

    private final Object response;

    private LibraryResponse(Object response) {
        this.response = response;
    }

    static LibraryResponse in(ClassLoader loader) {
        try {
            return new LibraryResponse(
                    loader.loadClass(TYPE).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException unexpected) {
            throw new LinkageError(unexpected.getMessage(), unexpected);
        }
    }

    Class<?> type() {
        return response.getClass();
    }

    int write(byte... bytes) {
        return (int) call("write", new Class<?>[] {byte[].class, int.class, int.class}, bytes, 0, bytes.length);
    }

    String writeText(CharSequence text) {
        call("write", new Class<?>[] {CharSequence.class, String.class}, text, "utf-8");
        return (String) call("log", new Class<?>[0]);
    }

    long sum(long seed, double factor, Object... rest) {
        return (long) call("sum", new Class<?>[] {long.class, double.class, Object[].class}, seed, factor, rest);
    }

    void fail(String message) {
        call("fail", new Class<?>[] {String.class}, message);
    }

    int depth(int left) {
        return (int) call("depth", new Class<?>[] {int.class}, left);
    }

    int written() {
        return (int) call("written", new Class<?>[0]);
    }

    private Object call(String name, Class<?>[] types, Object... arguments) {
        try {
            Method method = type().getMethod(name, types);
            return method.invoke(response, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException) {
                throw (RuntimeException) thrown.getCause();
            }
            throw new AssertionError(thrown.getCause());
        } catch (ReflectiveOperationException unexpected) {
            throw new LinkageError(unexpected.getMessage(), unexpected);
        }
    }
}
