package io.sseagent.testapps.quarkus;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Streams of events as Quarkus applications write them. */
@Path("/")
@Produces(MediaType.SERVER_SENT_EVENTS)
public class EventResource {
    private static final Duration FLUSHED = Duration.ofMillis(300);
    private static final int INTERNAL_ERROR = 2;

    @Context
    Sse sse;

    /** N events from a timer, or all at once. */
    @GET
    @Path("async")
    public Multi<OutboundSseEvent> async(
            @RestQuery @DefaultValue("10") int events,
            @RestQuery @DefaultValue("32") int size,
            @RestQuery @DefaultValue("0") long interval) {
        return numbered(events, size, interval);
    }

    /** Events until the client goes away. */
    @GET
    @Path("forever")
    public Multi<OutboundSseEvent> forever(@RestQuery @DefaultValue("100") long interval) {
        return numbered(Integer.MAX_VALUE, EventWriter.SMALL, interval);
    }

    private Multi<OutboundSseEvent> numbered(int events, int size, long intervalMillis) {
        Multi<Integer> numbers = Multi.createFrom().range(0, events);
        if (intervalMillis > 0) {
            Duration interval = Duration.ofMillis(intervalMillis);
            numbers = numbers.onItem()
                    .transformToUniAndConcatenate(number ->
                            Uni.createFrom().item(number).onItem().delayIt().by(interval));
        }
        return numbers.map(number -> {
            String start = Integer.toString(number + 1);
            return event(number + 1, start + ".".repeat(Math.max(0, size - start.length())));
        });
    }

    /** N events; when they have left, the application gives up: what fails by itself is left open by Quarkus, or ended in order. */
    @GET
    @Path("fail")
    public Multi<OutboundSseEvent> fail(@RestQuery @DefaultValue("3") int after, @Context HttpServerRequest request) {
        Uni<Integer> later = Uni.createFrom().item(0).onItem().delayIt().by(FLUSHED);
        Multi<OutboundSseEvent> end = later.onItem().transformToMulti(none -> {
            breakOff(request);
            return Multi.createFrom().nothing();
        });
        return Multi.createBy().concatenating().streams(numbered(after, EventWriter.SMALL, 0), end);
    }

    private static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(INTERNAL_ERROR);
        } else {
            request.connection().close();
        }
    }

    /** One event, then nothing. */
    @GET
    @Path("idle")
    public Multi<OutboundSseEvent> idle() {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(event(1, "1")),
                        Multi.createFrom().nothing());
    }

    private OutboundSseEvent event(int number, String data) {
        return sse.newEventBuilder().id(Integer.toString(number)).data(data).build();
    }

    /** A path with a name in it. */
    @Path("/channels/{name}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public static class Channels {

        /** N events. */
        @GET
        @Path("events")
        public Multi<String> events(@RestPath String name, @RestQuery @DefaultValue("2") int events) {
            return Multi.createFrom().range(1, events + 1).map(number -> name + ' ' + number);
        }
    }
}
