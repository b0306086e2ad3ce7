package io.sseagent.core.delivery;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.stats.HistogramTotals;
import java.nio.charset.StandardCharsets;

/** Any bytes as the data of an event, and as its id: a time is taken or rejected, once, and nothing fails. */
public final class DeliveryTarget {
    private static final GivenDelivery GIVEN = new GivenDelivery("delivery.event.time=/e,delivery.publish.time=id,"
            + "delivery.scene=/a/0/s,delivery.failure.code=/c,delivery.skew.max=24h,delivery.age.max=24h");

    private static int events;

    private DeliveryTarget() {}

    /** Line ends are blanks. */
    public static void fuzzerTestOneInput(byte[] input) {
        byte[] line = input.clone();
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == '\n' || line[i] == '\r' ? (byte) ' ' : line[i];
        }
        SseStream stream = GIVEN.open();
        for (String part : new String[] {"id: ", "\ndata: ", "\n\nevent: error\ndata: ", "\n\n"}) {
            byte[] name = part.getBytes(StandardCharsets.UTF_8);
            stream.wrote(name, 0, name.length, 0);
            stream.wrote(line, 0, part.equals("\n\n") ? 0 : line.length, 0);
        }
        stream.close();
        events++;
        GivenDelivery.Reading reading = GIVEN.read();
        double outcomes =
                reading.allRejects() + count(reading, Leg.EVENT_TO_WRITE) + count(reading, Leg.PUBLISH_TO_WRITE);
        // where both times are taken, one may still be rejected for lying behind the other
        if (outcomes < 2 * events
                || outcomes > 3 * events
                || GIVEN.health.errors().get("delivery") != 0) {
            throw new AssertionError(events + " events, " + outcomes + " outcomes, " + GIVEN.health.errors() + " after "
                    + new String(input, StandardCharsets.ISO_8859_1));
        }
    }

    private static long count(GivenDelivery.Reading reading, Leg leg) {
        long count = 0;
        for (HistogramTotals totals : reading.histograms(leg.label())) {
            count += totals.count();
        }
        return count;
    }
}
