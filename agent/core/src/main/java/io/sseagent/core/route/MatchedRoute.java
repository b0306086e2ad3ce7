package io.sseagent.core.route;

import io.sseagent.bootstrap.StreamRequest;

/** The template that a framework or a container vouches for. Stateless. */
public final class MatchedRoute {
    private MatchedRoute() {}

    /**
     * The framework's pattern behind context and servlet path, else the servlet's own mapping; null when neither says more than
     * "everything", so that the path itself has to do.
     */
    public static String of(StreamRequest request) {
        String context = orEmpty(request.contextPath());
        String servlet = orEmpty(request.servletPath());
        boolean prefixMapped = request.pathInfo() != null;
        if (request.route() != null) {
            String template = request.route();
            return context + (prefixMapped ? servlet : "") + (template.startsWith("/") ? template : "/" + template);
        }
        if (servlet.isEmpty()) {
            return null;
        }
        if (prefixMapped) {
            return context + servlet + "/*";
        }
        return request.isMapped(servlet) ? context + servlet : null;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
