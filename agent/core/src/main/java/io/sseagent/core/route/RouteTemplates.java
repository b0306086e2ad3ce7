package io.sseagent.core.route;

/** Derives a template from a path where no framework named one. Stateless. */
public final class RouteTemplates {
    private static final int MOST_SEGMENTS = 8;

    private RouteTemplates() {}

    /**
     * {@code /users/4711/feed;v=2} becomes {@code /users/{id}/feed}: identifier-like segments collapse, path parameters go, and
     * what lies deeper than eight segments becomes {@code /**}. Null and the empty path are the root.
     */
    public static String collapse(String path) {
        if (path == null || path.isEmpty()) {
            return "/";
        }
        StringBuilder template = new StringBuilder(path.length());
        int segments = 0;
        int i = 0;
        while (i < path.length()) {
            int end = path.indexOf('/', i);
            end = end < 0 ? path.length() : end;
            String segment = withoutParameters(path.substring(i, end));
            if (!segment.isEmpty()) {
                if (++segments > MOST_SEGMENTS) {
                    return template.append("/**").toString();
                }
                template.append('/').append(Identifiers.looksLikeOne(segment) ? "{id}" : segment);
            }
            i = end + 1;
        }
        return template.length() == 0 ? "/" : template.toString();
    }

    private static String withoutParameters(String segment) {
        int semicolon = segment.indexOf(';');
        return semicolon < 0 ? segment : segment.substring(0, semicolon);
    }
}
