package io.sseagent.testapps.quarkus;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.resteasy.reactive.RestQuery;

/** Streams that the application writes as bytes; parameters and meanings are those of the WAR applications. */
@Path("/")
public class BytesResource {
    private static final String EVENT_STREAM = "text/event-stream";

    /** N events from a worker. */
    @GET
    @Path("blocking")
    @Produces(EVENT_STREAM)
    public Response blocking(
            @RestQuery @DefaultValue("10") int events,
            @RestQuery @DefaultValue("32") int size,
            @RestQuery @DefaultValue("0") long interval) {
        return stream(EVENT_STREAM, out -> numbered(new EventWriter(out), events, size, interval));
    }

    /** N events, then the end inside one more. */
    @GET
    @Path("truncated")
    @Produces(EVENT_STREAM)
    public Response truncated(@RestQuery @DefaultValue("2") int events) {
        return stream(EVENT_STREAM, out -> {
            EventWriter writer = new EventWriter(out);
            writer.sendSmall(events);
            writer.send("id: cut\ndata: this event is never finis");
        });
    }

    /** One event of each type after one {@code retry:}. */
    @GET
    @Path("typed")
    @Produces(EVENT_STREAM)
    public Response typed(@RestQuery @DefaultValue("a,b,c") String types, @RestQuery @DefaultValue("2000") long retry) {
        return stream(EVENT_STREAM, out -> {
            EventWriter writer = new EventWriter(out);
            writer.send("retry: " + retry + "\n\n");
            int id = 0;
            for (String type : types.split(",")) {
                id++;
                writer.send("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n");
            }
        });
    }

    /** N events in answer to a prompt; the last one says {@code [DONE]}. */
    @POST
    @Path("answer")
    @Produces(EVENT_STREAM)
    public Response answer(@RestQuery @DefaultValue("10") int events, byte[] prompt) {
        return stream(EVENT_STREAM, out -> {
            EventWriter writer = new EventWriter(out);
            for (int number = 1; number < events; number++) {
                writer.send("data: {\"token\":\"t" + number + "\"}\n\n");
            }
            writer.send("data: [DONE]\n\n");
        });
    }

    /** The bytes of the request's body, written {@code every} so many. */
    @POST
    @Path("raw")
    public Response raw(
            @RestQuery @DefaultValue("0") int every, @RestQuery @DefaultValue(EVENT_STREAM) String type, byte[] body) {
        int piece = every > 0 ? every : Math.max(1, body.length);
        return stream(type, out -> {
            EventWriter writer = new EventWriter(out);
            for (int from = 0; from < body.length; from += piece) {
                writer.send(Arrays.copyOfRange(body, from, Math.min(body.length, from + piece)));
            }
        });
    }

    /** Head, body and end at once. */
    @GET
    @Path("whole")
    @Produces(EVENT_STREAM)
    public Response whole() {
        return Response.ok("data: one\n\ndata: two\n\n", EVENT_STREAM).build();
    }

    /** No event stream: a greeting, in text/plain whatever was asked for. */
    @GET
    @Path("plain")
    public Response plain() {
        return Response.ok("hello\n", MediaType.TEXT_PLAIN).build();
    }

    private static Response stream(String type, StreamingOutput body) {
        return Response.ok(body).type(type).build();
    }

    private static void numbered(EventWriter writer, int events, int size, long intervalMillis) throws IOException {
        for (int number = 1; number <= events; number++) {
            writer.sendNumbered(number, size);
            if (intervalMillis > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(intervalMillis));
            }
        }
    }
}
