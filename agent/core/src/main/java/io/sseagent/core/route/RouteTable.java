package io.sseagent.core.route;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;
import java.util.HashSet;
import java.util.Set;

/** The routes that have a label of their own. Bounded: what comes after the cap shares one. Thread-safe. */
public final class RouteTable {
    /** The route of everything beyond the cap, and of what is known by no path. */
    public static final String OVERFLOW = "_other_";

    private final int max;
    private final AgentHealth health;
    private final Set<String> routes = new HashSet<>();

    /** A table of at most {@code max} routes that reports overflows to {@code health}. */
    public RouteTable(int max, AgentHealth health) {
        this.max = max;
        this.health = health;
    }

    /** The label of a route, which takes a place if one is left. */
    public synchronized String admit(String route) {
        if (routes.contains(route) || route.equals(OVERFLOW)) {
            return route;
        }
        if (routes.size() >= max) {
            health.overflow(Bound.ROUTES);
            return OVERFLOW;
        }
        routes.add(route);
        return route;
    }

    /** The label of a route that must not take a place: refused requests of a scanner would push real routes out. */
    public synchronized String known(String route) {
        return routes.contains(route) ? route : OVERFLOW;
    }
}
