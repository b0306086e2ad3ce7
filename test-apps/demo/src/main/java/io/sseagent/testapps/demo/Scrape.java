package io.sseagent.testapps.demo;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The samples of one moment, summed the way the table asks for them. */
record Scrape(long nanos, List<Sample> samples) {
    private static final String ROUTE = "http_route";

    /** The routes that have had a stream. */
    SortedSet<String> routes() {
        SortedSet<String> routes = new TreeSet<>();
        for (Sample sample : samples) {
            if (sample.name().equals("sse_streams_opened_total") && sample.value() > 0) {
                routes.add(sample.label(ROUTE));
            }
        }
        return routes;
    }

    /** The sum over all series of a route. */
    double sum(String name, String route) {
        double sum = 0;
        for (Sample sample : samples) {
            if (sample.name().equals(name) && sample.label(ROUTE).equals(route)) {
                sum += sample.value();
            }
        }
        return sum;
    }

    /** The sums of a route by the values of one label, zeros left out. */
    SortedMap<String, Double> sumBy(String label, String name, String route) {
        SortedMap<String, Double> sums = new TreeMap<>();
        for (Sample sample : samples) {
            if (sample.name().equals(name) && sample.label(ROUTE).equals(route) && sample.value() > 0) {
                sums.merge(sample.label(label), sample.value(), Double::sum);
            }
        }
        return sums;
    }

    /** The cumulative buckets of a route's histogram, upper bound to count; {@code kind} is empty where the metric has none. */
    SortedMap<Double, Double> buckets(String histogram, String kind, String route) {
        SortedMap<Double, Double> buckets = new TreeMap<>();
        for (Sample sample : samples) {
            if (sample.name().equals(histogram + "_bucket")
                    && sample.label(ROUTE).equals(route)
                    && sample.label("kind").equals(kind)) {
                String bound = sample.label("le");
                buckets.merge(
                        bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound),
                        sample.value(),
                        Double::sum);
            }
        }
        return buckets;
    }
}
