package io.sseagent.testapps.matrix.faults;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What injected code calls. In the bootstrap loader, so that all of it can; uses nothing that the agent watches. */
public final class Faults {
    private static final Map<String, Site> SITES = new ConcurrentHashMap<>();
    private static volatile Fault firstOfEach;

    private Faults() {}

    /** The code at the named place is about to run. */
    public static void at(String name) {
        Site site = site(name);
        site.reached.incrementAndGet();
        Fault fault = site.next();
        if (fault != null) {
            if (site.thrown.incrementAndGet() == 1) {
                System.out.println("[faults] throws at " + name);
            }
            Faults.<RuntimeException>sneak(fault.make());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    /** Every place in an advice that is reached from now on for the first time throws then. */
    public static void armFirstOfEach(Fault fault) {
        firstOfEach = fault;
    }

    /** The place throws the next so many times. */
    public static void arm(String name, Fault fault, int times) {
        Site site = site(name);
        site.fault = fault;
        site.left.set(times);
    }

    /** Nothing throws from now on. */
    public static void disarm() {
        firstOfEach = null;
        for (Site site : SITES.values()) {
            site.left.set(0);
        }
    }

    private static Site site(String name) {
        Site known = SITES.get(name);
        if (known != null) {
            return known;
        }
        Site fresh = new Site(name.indexOf('@') < 0 ? null : firstOfEach);
        Site raced = SITES.putIfAbsent(name, fresh);
        return raced == null ? fresh : raced;
    }

    /** Per place how often it was reached, and how often it threw: {@code "12 3"}. */
    public static Map<String, String> counts() {
        Map<String, String> counts = new TreeMap<>();
        for (Map.Entry<String, Site> entry : SITES.entrySet()) {
            Site site = entry.getValue();
            counts.put(entry.getKey(), site.reached.get() + " " + site.thrown.get());
        }
        return counts;
    }

    private static final class Site {
        private final AtomicInteger reached = new AtomicInteger();
        private final AtomicInteger thrown = new AtomicInteger();
        private final AtomicInteger left = new AtomicInteger();
        private volatile Fault fault;

        Site(Fault first) {
            fault = first;
            left.set(first == null ? 0 : 1);
        }

        Fault next() {
            return left.get() > 0 && left.getAndDecrement() > 0 ? fault : null;
        }
    }
}
