package io.sseagent.core.config;

/** Routes, each by its template or by the beginning of it and a star. Immutable. */
public final class RoutePatterns {
    private static final RoutePatterns ALL = new RoutePatterns(new String[] {"*"});

    private final String[] patterns;

    private RoutePatterns(String[] patterns) {
        this.patterns = patterns;
    }

    /** Null if a pattern does not begin with a slash or is a star. */
    static RoutePatterns parse(String text) {
        if (text.equals(ALL.patterns[0])) {
            // the default wakes no regular expressions
            return ALL;
        }
        String[] patterns = text.split("\\s+");
        for (String pattern : patterns) {
            int star = pattern.indexOf('*');
            boolean starts = pattern.startsWith("/") || pattern.equals("*");
            if (!starts || (star >= 0 && star < pattern.length() - 1)) {
                return null;
            }
        }
        return new RoutePatterns(patterns);
    }

    /** Whether a route is among them. */
    public boolean match(String route) {
        for (String pattern : patterns) {
            boolean prefix = pattern.endsWith("*");
            if (prefix ? route.startsWith(pattern.substring(0, pattern.length() - 1)) : route.equals(pattern)) {
                return true;
            }
        }
        return false;
    }
}
