package io.sseagent.core.stream;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * Departures by time and, for a client with several tabs, the latest by client. Every one counts for the bound, since all of a
 * company's browsers may be one client. Every operation takes constant time. Guarded by its owner.
 */
final class Departures {
    private final LinkedHashSet<Departure> byTime = new LinkedHashSet<>();
    private final Map<Long, Departure> latest = new HashMap<>();

    void add(Departure departure) {
        byTime.add(departure);
        Departure earlier = latest.put(departure.client, departure);
        departure.earlier = earlier;
        if (earlier != null) {
            earlier.later = departure;
        }
    }

    void remove(Departure departure) {
        byTime.remove(departure);
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

    void removeEldest() {
        remove(eldest());
    }

    /** Null when there is none. */
    Departure eldest() {
        Iterator<Departure> iterator = byTime.iterator();
        return iterator.hasNext() ? iterator.next() : null;
    }

    /** Null when there is none. */
    Departure latest(long client) {
        return latest.get(client);
    }

    int size() {
        return byTime.size();
    }
}
