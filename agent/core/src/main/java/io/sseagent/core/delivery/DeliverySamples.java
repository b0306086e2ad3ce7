package io.sseagent.core.delivery;

import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.Layouts;
import io.sseagent.core.stats.WindowQuantiles;
import java.util.EnumMap;
import java.util.Map;

/** The group of the catalogue about delivery, in one reading. */
final class DeliverySamples {
    private final MetricSink sink;
    private final Map<Leg, HistogramTotals> allRoutes = new EnumMap<>(Leg.class);

    DeliverySamples(MetricSink sink) {
        this.sink = sink;
    }

    void add(Delivery delivery) {
        for (Leg leg : Leg.values()) {
            allRoutes.put(leg, new HistogramTotals(Layouts.DELIVERY));
        }
        for (RouteDelivery route : delivery.routes()) {
            times(route);
            for (RejectReason reason : RejectReason.values()) {
                sink.count(MetricCatalogue.TIMESTAMP_REJECTS, route.rejects(reason), route.route(), reason.label());
            }
            failures(route);
        }
        for (Leg leg : Leg.values()) {
            window(delivery, leg);
        }
    }

    private void times(RouteDelivery route) {
        for (DeliverySeries series : route.series()) {
            for (Leg leg : Leg.values()) {
                LegTimes times = series.legOrNull(leg);
                if (times != null) {
                    HistogramTotals totals = times.read();
                    allRoutes.get(leg).add(totals);
                    sink.add(
                            MetricCatalogue.DELIVERY,
                            totals,
                            route.route(),
                            leg.label(),
                            series.dimension(0),
                            series.dimension(1),
                            series.dimension(2));
                }
            }
        }
    }

    private void failures(RouteDelivery route) {
        for (Failure failure : Failure.values()) {
            if (failure != Failure.BUSINESS) {
                count(route, failure, route.failures(failure), CappedValues.NONE);
            }
        }
        count(route, Failure.BUSINESS, 0, CappedValues.NONE);
        for (Map.Entry<String, Long> code : route.failuresByCode().entrySet()) {
            count(route, Failure.BUSINESS, code.getValue(), code.getKey());
        }
    }

    private void count(RouteDelivery route, Failure failure, long count, String code) {
        sink.count(MetricCatalogue.FAILURES, count, route.route(), failure.stage(), failure.cause(), code);
    }

    private void window(Delivery delivery, Leg leg) {
        double[] values = delivery.windows().read(leg, WindowQuantiles.quantiles());
        if (values != null) {
            HistogramTotals all = allRoutes.get(leg);
            sink.set(MetricCatalogue.DELIVERY_WINDOW, new WindowQuantiles(values, all.count(), all.sum()), leg.label());
        }
    }
}
