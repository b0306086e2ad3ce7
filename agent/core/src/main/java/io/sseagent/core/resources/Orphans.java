package io.sseagent.core.resources;

import io.sseagent.bootstrap.WorkKind;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has outlived its stream, by kind and site. A site that had any goes on at 0, so that an alert ends. Filled by the agent's thread,
 * read by any.
 */
final class Orphans {
    private static final String OTHER = "_other_";

    private final int maxSites;
    private final Map<String, Site> sites = new LinkedHashMap<>();

    Orphans(int maxSites) {
        this.maxSites = maxSites;
    }

    /** Begins to count anew. */
    synchronized void begin() {
        for (Site site : sites.values()) {
            site.before = site.count;
            site.count = 0;
            site.latest = null;
        }
    }

    /** False if its place has no room of its own. */
    synchronized boolean add(WorkKind kind, String place, StreamEnd stream) {
        Site site = site(kind, place);
        site.count++;
        site.latest = stream;
        return site.place.equals(place);
    }

    private Site site(WorkKind kind, String place) {
        String key = kind.label() + ' ' + place;
        Site known = sites.get(key);
        if (known != null) {
            return known;
        }
        if (sites.size() < maxSites) {
            return make(key, kind, place);
        }
        String other = kind.label() + ' ' + OTHER;
        Site rest = sites.get(other);
        return rest == null ? make(other, kind, OTHER) : rest;
    }

    private Site make(String key, WorkKind kind, String place) {
        Site fresh = new Site(kind, place);
        sites.put(key, fresh);
        return fresh;
    }

    /** The sites that have reached {@code threshold} since the count before. */
    synchronized List<Site> reached(int threshold) {
        List<Site> reached = new ArrayList<>();
        for (Site site : sites.values()) {
            if (site.count >= threshold && site.before < threshold) {
                reached.add(site);
            }
        }
        return reached;
    }

    synchronized void read(MetricSink sink) {
        for (Site site : sites.values()) {
            sink.count(MetricCatalogue.ORPHANS, site.count, site.kind.label(), site.place);
        }
    }

    /** For the thread that fills. */
    static final class Site {
        final WorkKind kind;
        final String place;
        int count;
        /** Of one of them. */
        StreamEnd latest;

        private int before;

        Site(WorkKind kind, String place) {
            this.kind = kind;
            this.place = place;
        }
    }
}
