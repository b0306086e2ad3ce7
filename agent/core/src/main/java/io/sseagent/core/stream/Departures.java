package io.sseagent.core.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Departures by deadline and, for a client with several tabs, the latest by client. Every one counts for the bound, since all of a
 * company's browsers may be one client. Guarded by its owner.
 */
final class Departures {
    private final TreeSet<Departure> byDeadline = new TreeSet<>();
    private final Map<Long, Departure> latest = new HashMap<>();

    void add(Departure departure) {
        byDeadline.add(departure);
        Departure earlier = latest.put(departure.client, departure);
        departure.earlier = earlier;
        if (earlier != null) {
            earlier.later = departure;
        }
    }

    void remove(Departure departure) {
        byDeadline.remove(departure);
        if (departure.later != null) {
            departure.later.earlier = departure.earlier;
        } else if (departure.earlier != null) {
            latest.put(departure.client, departure.earlier);
        } else {
            latest.remove(departure.client);
        }
        if (departure.earlier != null) {
            departure.earlier.later = departure.later;
        }
    }

    void removeFirst() {
        remove(first());
    }

    /** The one whose deadline comes first; null when there is none. */
    Departure first() {
        return byDeadline.isEmpty() ? null : byDeadline.first();
    }

    /** Null when there is none. */
    Departure latest(long client) {
        return latest.get(client);
    }

    int size() {
        return byDeadline.size();
    }
}
