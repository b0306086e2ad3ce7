package io.sseagent.testapps.container;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import javax.servlet.ServletRegistration;

/** The servlets of an application by their paths. Knows exact patterns and prefixes. */
final class Routes {
    private final Map<String, Servlet> servlets = new HashMap<>();

    /** What an application registers its servlets with; it can do nothing else. */
    ServletContext context() {
        return proxy(ServletContext.class, (self, method, arguments) -> {
            boolean adds = method.getName().equals("addServlet") && arguments[1] instanceof Servlet;
            return method.getName().equals("addServlet") ? registration(adds ? (Servlet) arguments[1] : null) : null;
        });
    }

    private ServletRegistration.Dynamic registration(Servlet servlet) throws Exception {
        if (servlet != null) {
            servlet.init(proxy(ServletConfig.class, (self, method, arguments) -> null));
        }
        return proxy(ServletRegistration.Dynamic.class, (self, method, arguments) -> {
            if (method.getName().equals("addMapping")) {
                servlets.put(((String[]) arguments[0])[0], servlet);
                return Collections.emptySet();
            }
            return null;
        });
    }

    /** The pattern that fits, or null. */
    String pattern(String path) {
        String prefix = path.indexOf('/', 1) < 0 ? path + "/*" : path.substring(0, path.indexOf('/', 1)) + "/*";
        return servlets.get(path) != null ? path : servlets.get(prefix) != null ? prefix : null;
    }

    Servlet servlet(String pattern) {
        return servlets.get(pattern);
    }

    /** What a small container needs of a large interface. */
    static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Routes.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.answer(self, method, arguments)));
    }

    /** An answer to any method. */
    interface Call {
        Object answer(Object self, Method method, Object[] arguments) throws Exception;
    }
}
