package io.sseagent.testapps.jaxrs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.sse.Sse;
import javax.ws.rs.sse.SseEventSink;

/** Every way to an event stream, below a path parameter. */
@Path("/orders/{id}")
public final class Orders {
    private static final Executor EXECUTOR = Executors.newCachedThreadPool();
    /** Jersey does not always end a response whose sink is closed before its method has returned. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, EXECUTOR);

    /** Sent by another thread than the one of the request and later, as a broadcaster does; or at once. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(
            @Context SseEventSink sink,
            @Context Sse sse,
            @QueryParam("events") @DefaultValue("10") int events,
            @QueryParam("later") @DefaultValue("true") boolean later) {
        if (later) {
            LATER.execute(() -> send(sink, sse, events));
        } else {
            send(sink, sse, events);
        }
    }

    private static void send(SseEventSink sink, Sse sse, int events) {
        CompletionStage<?> sent = null;
        for (int i = 0; i < events; i++) {
            sent = sink.send(sse.newEvent(String.valueOf(i)));
        }
        if (sent == null) {
            close(sink);
        } else {
            // in CXF the thread that has sent waits for itself if it closes, for five seconds
            sent.whenCompleteAsync((result, failure) -> close(sink), LATER);
        }
    }

    /** JAX-RS 4 lets it throw. */
    private static void close(AutoCloseable sink) {
        try {
            sink.close();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Written by the thread of the request. */
    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public StreamingOutput stream(@QueryParam("events") @DefaultValue("10") int events) {
        return new Events(events, 0);
    }

    /** Written by the thread that resumes the request. */
    @GET
    @Path("resumed")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void resumed(@Suspended AsyncResponse response, @QueryParam("events") @DefaultValue("10") int events) {
        EXECUTOR.execute(() -> response.resume(new Events(events, 0)));
    }

    /** The rest of the path is matched by what this returns. */
    @Path("items")
    public Items items() {
        return new Items();
    }

    /** A sub-resource. */
    public static final class Items {

        /** As {@link Orders#stream}. */
        @GET
        @Path("{item: [a-z]+}/events")
        @Produces(MediaType.SERVER_SENT_EVENTS)
        public StreamingOutput stream(@QueryParam("events") @DefaultValue("10") int events) {
            return new Events(events, 0);
        }
    }
}
