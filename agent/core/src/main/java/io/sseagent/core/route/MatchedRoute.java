package io.sseagent.core.route;

import io.sseagent.bootstrap.StreamRequest;

/** The template that a framework or a container vouches for. Stateless. */
public final class MatchedRoute {
    /** Spring's pattern for static resources, which takes what nothing else has. */
    private static final String EVERYTHING = "/**";

    /** A mapping that takes what nothing else has; for the root of the context, the path is the same text. */
    private static final String DEFAULT_SERVLET = "/";

    private MatchedRoute() {}

    /**
     * The framework's pattern behind context and servlet path, else the servlet's own mapping; null when neither says more than
     * "everything", so that the path itself has to do. Null, too, for a context path or prefix as only the client spelled it.
     */
    public static String of(StreamRequest request) {
        String context = orEmpty(request.contextPath());
        String servlet = orEmpty(request.servletPath());
        boolean prefixMapped = request.pathInfo() != null;
        String prefix = orEmpty(request.routePrefix());
        if (isSpelledByClient(context) || isSpelledByClient(prefix)) {
            return null;
        }
        if (request.route() != null && !EVERYTHING.equals(request.route())) {
            String template = request.route();
            return context
                    + (prefixMapped ? servlet : "")
                    + mounted(prefix)
                    + (template.startsWith("/") ? template : "/" + template);
        }
        if (servlet.isEmpty() || servlet.equals(DEFAULT_SERVLET)) {
            return null;
        }
        if (prefixMapped) {
            return context + servlet + "/*";
        }
        return request.isMapped(servlet) ? context + servlet : null;
    }

    /** Of a router below another one, which may be there for a parameter: its value is no part of a label. */
    private static String mounted(String prefix) {
        String collapsed = RouteTemplates.collapse(prefix);
        return collapsed.equals("/") ? "" : collapsed;
    }

    /** Containers hand out the context path undecoded: with parameters, escapes and detours of the client's choice. */
    private static boolean isSpelledByClient(String context) {
        return context.indexOf(';') >= 0
                || context.indexOf('%') >= 0
                || context.contains("//")
                || context.contains("/.");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
