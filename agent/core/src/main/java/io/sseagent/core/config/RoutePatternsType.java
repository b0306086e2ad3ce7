package io.sseagent.core.config;

/** Routes, separated by blanks. */
final class RoutePatternsType implements ValueType<RoutePatterns> {
    @Override
    public RoutePatterns parse(String text) {
        return RoutePatterns.parse(text);
    }

    @Override
    public String accepted() {
        return "routes such as /feed or /api/*, separated by blanks";
    }
}
