package io.sseagent.core.route;

import io.sseagent.bootstrap.StreamRequest;

/** The template that a framework or a container vouches for. Stateless. */
public final class MatchedRoute {
    /** Spring's pattern for static resources, which takes what nothing else has. */
    private static final String EVERYTHING = "/**";

    /** A mapping that takes what nothing else has; for the root of the context, the path is the same text. */
    private static final String DEFAULT_SERVLET = "/";

    /** Where a URI template begins to name the parameters of a query (RFC 6570, 3.2.8). */
    private static final String QUERY = "{?";

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
        // CXF tells Spring's attribute the path itself, until it has matched
        boolean isPath =
                prefixMapped && request.route() != null && request.route().equals(request.path());
        if (request.route() != null && !isPath && !EVERYTHING.equals(request.route())) {
            String template = withoutConditions(withoutQuery(request.route()));
            String mounted = mounted(prefix);
            if (!mounted.isEmpty() && (template.isEmpty() || template.equals("/"))) {
                template = "";
            } else if (!template.startsWith("/")) {
                template = "/" + template;
            }
            String behind = context + (prefixMapped ? servlet : "") + mounted;
            return isWhole(template, behind, request.path()) ? template : behind + template;
        }
        if (servlet.isEmpty() || servlet.equals(DEFAULT_SERVLET)) {
            return null;
        }
        if (prefixMapped) {
            return context + servlet + "/*";
        }
        return request.isMapped(servlet) ? context + servlet : null;
    }

    /** CXF tells Spring's attribute the whole path, context and servlet in it. */
    private static boolean isWhole(String template, String behind, String path) {
        return !behind.isEmpty()
                && template.startsWith(behind + "/")
                && path != null
                && !path.startsWith(behind + behind + "/");
    }

    private static String withoutQuery(String template) {
        int query = template.indexOf(QUERY);
        return query < 0 ? template : template.substring(0, query);
    }

    /** Ktor names method, headers and authentication in parentheses, as if they were segments. */
    private static String withoutConditions(String template) {
        int from = template.indexOf("/(");
        if (from < 0) {
            return template;
        }
        int to = template.indexOf(')', from);
        boolean whole = to > 0 && (to + 1 == template.length() || template.charAt(to + 1) == '/');
        return whole ? withoutConditions(template.substring(0, from) + template.substring(to + 1)) : template;
    }

    /** Of a router below another one, which may be there for a parameter: its value is no part of a label, its name is. */
    private static String mounted(String prefix) {
        StringBuilder collapsed = new StringBuilder();
        for (String segment : prefix.split("/")) {
            if (isParameter(segment)) {
                collapsed.append('/').append(segment);
            } else if (!segment.isEmpty()) {
                collapsed.append(RouteTemplates.collapse(segment));
            }
        }
        return collapsed.toString();
    }

    /** A name in braces, which is no worse than a word if it is a client who spelled it so. */
    private static boolean isParameter(String segment) {
        int last = segment.length() - 1;
        return last > 1
                && segment.charAt(0) == '{'
                && segment.charAt(last) == '}'
                && !Identifiers.looksLikeOne(segment.substring(1, last));
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
