package io.sseagent.bootstrap;

import java.util.Collection;

/**
 * The bridge for servlet containers over a server that knows no servlets: what the container has mapped, from its commit to that of the
 * server below. Thread-safe; only for responses that are event streams or were asked for as such.
 */
public final class ServletMappings {
    private static final WeakIdentityMap<ServletMappings> KEPT = new WeakIdentityMap<ServletMappings>();

    private final String contextPath;
    private final String servletPath;
    private final String pathInfo;
    private final String[] mappings;

    private ServletMappings(String contextPath, String servletPath, String pathInfo, String[] mappings) {
        this.contextPath = contextPath;
        this.servletPath = servletPath;
        this.pathInfo = pathInfo;
        this.mappings = mappings;
    }

    /** For {@code response}, by which the server below knows it; the rest as in {@link StreamRequest#servlet}. */
    public static void keep(
            Object response, String contextPath, String servletPath, String pathInfo, String[] mappings) {
        KEPT.put(response, new ServletMappings(contextPath, servletPath, pathInfo, mappings));
    }

    /** See {@link StreamRequest#mapped}. */
    static void match(StreamRequest request, String contextPath, String uri, Collection<?> patterns) {
        String context = contextPath == null || contextPath.equals("/") ? "" : contextPath;
        request.servlet(context, null, null, null);
        if (uri == null || !uri.startsWith(context)) {
            return;
        }
        String rest = uri.substring(context.length());
        int longest = 0;
        for (Object each : patterns) {
            String pattern = String.valueOf(each);
            if (pattern.equals(rest)) {
                request.servlet(context, rest, null, new String[] {pattern});
                return;
            }
            String prefix = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : "";
            if (prefix.length() > longest && (rest.equals(prefix) || rest.startsWith(prefix + "/"))) {
                longest = prefix.length();
                request.servlet(context, prefix, rest.substring(longest), new String[] {pattern});
            }
        }
    }

    /** Tells {@code request} what is kept for {@code response} (null allowed), once. */
    public static void describe(Object response, StreamRequest request) {
        ServletMappings kept = KEPT.get(response);
        if (kept != null) {
            KEPT.remove(response);
            request.servlet(kept.contextPath, kept.servletPath, kept.pathInfo, kept.mappings);
        }
    }
}
