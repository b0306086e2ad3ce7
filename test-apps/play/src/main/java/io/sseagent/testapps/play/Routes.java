package io.sseagent.testapps.play;

import static play.mvc.Results.ok;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.ThrottleMode;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import play.BuiltInComponents;
import play.libs.EventSource;
import play.mvc.Http;
import play.mvc.Result;
import play.routing.Router;
import play.routing.RoutingDsl;

/** The routes and what each of them streams; parameters and meanings are those of the WAR applications. */
final class Routes {
    private static final Executor OTHER_THREADS = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "application");
        thread.setDaemon(true);
        return thread;
    });
    private static final String EVENT_STREAM = "text/event-stream";
    private static final Duration FLUSHED = Duration.ofMillis(300);
    private static final int SMALL = 32;

    private Routes() {}

    static Router of(BuiltInComponents components) {
        return RoutingDsl.fromComponents(components)
                .GET("/blocking")
                .routingTo(request -> stream(request, numbered(request, number(request, "events", 10))))
                .GET("/async")
                .routingAsync(request -> CompletableFuture.supplyAsync(
                        () -> stream(request, numbered(request, number(request, "events", 10))), OTHER_THREADS))
                .GET("/forever")
                .routingTo(request -> stream(request, numbered(request, Integer.MAX_VALUE)))
                .GET("/channels/:name/events")
                .routingTo((request, name) -> ok().chunked(Source.range(1, number(request, "events", 2))
                                .map(number -> EventSource.Event.event(name + " " + number))
                                .via(EventSource.flow()))
                        .as(EVENT_STREAM))
                .GET("/idle")
                .routingTo(request -> stream(request, small(1).concat(Source.maybe())))
                .GET("/fail")
                .routingTo(request ->
                        stream(request, small(number(request, "after", 3)).concat(failure())))
                .GET("/truncated")
                .routingTo(request -> stream(
                        request,
                        small(number(request, "events", 2))
                                .concat(Source.single(bytes("id: cut\ndata: this event is never finis")))))
                .GET("/typed")
                .routingTo(Routes::typed)
                .POST("/answer")
                .routingTo(Routes::answer)
                .POST("/raw")
                .routingTo(Routes::raw)
                .GET("/whole")
                .routingTo(request -> ok("data: one\n\ndata: two\n\n").as(EVENT_STREAM))
                .GET("/plain")
                .routingTo(request -> ok("hello\n"))
                .build();
    }

    /** Play refuses chunks to a client of HTTP/1.0, with a page that is never the same. */
    private static Result stream(Http.Request request, Source<ByteString, ?> events) {
        return request.version().equals("HTTP/1.0")
                ? ok().streamed(events, Optional.empty(), Optional.of(EVENT_STREAM))
                : ok().chunked(events).as(EVENT_STREAM);
    }

    /** {@code ?size=S&interval=ms}. */
    private static Source<ByteString, NotUsed> numbered(Http.Request request, int events) {
        int size = number(request, "size", SMALL);
        int interval = number(request, "interval", 0);
        Source<Integer, NotUsed> numbers = Source.range(1, events);
        if (interval > 0) {
            Duration pause = Duration.ofMillis(interval);
            numbers = numbers.initialDelay(pause).throttle(1, pause, 0, ThrottleMode.shaping());
        }
        return numbers.map(number -> one(number, size));
    }

    private static Source<ByteString, NotUsed> small(int events) {
        return Source.range(1, events).map(number -> one(number, SMALL));
    }

    /** When all before it has left: Play closes the connection in front of what it has not flushed. */
    private static Source<ByteString, NotUsed> failure() {
        return Source.single(0).initialDelay(FLUSHED).map(none -> {
            throw new IllegalStateException("the application fails");
        });
    }

    private static ByteString one(int number, int size) {
        String start = Integer.toString(number);
        return bytes("id: " + start + "\ndata: " + start + ".".repeat(Math.max(0, size - start.length())) + "\n\n");
    }

    private static ByteString bytes(String text) {
        return ByteString.fromString(text);
    }

    /** {@code ?types=a,b,c&retry=ms}: one event of each type after one {@code retry:}. */
    private static Result typed(Http.Request request) {
        List<ByteString> parts = new ArrayList<>();
        parts.add(bytes("retry: " + number(request, "retry", 2000) + "\n\n"));
        int id = 0;
        for (String type : text(request, "types", "a,b,c").split(",")) {
            id++;
            parts.add(bytes("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n"));
        }
        return stream(request, Source.from(parts));
    }

    /** N events in answer to a prompt; the last one says {@code [DONE]}. */
    private static Result answer(Http.Request request) {
        int events = number(request, "events", 10);
        return stream(
                request,
                Source.range(1, events)
                        .map(number -> number < events ? "{\"token\":\"t" + number + "\"}" : "[DONE]")
                        .map(data -> bytes("data: " + data + "\n\n")));
    }

    /** The bytes of the request's body, written {@code every} so many. */
    private static Result raw(Http.Request request) {
        ByteString body = request.body().asBytes();
        int every = number(request, "every", Math.max(1, body.size()));
        List<ByteString> parts = new ArrayList<>();
        for (int from = 0; from < body.size(); from += every) {
            parts.add(body.slice(from, Math.min(body.size(), from + every)));
        }
        return ok().chunked(Source.from(parts)).as(text(request, "type", EVENT_STREAM));
    }

    private static String text(Http.Request request, String name, String absent) {
        return request.queryString(name).orElse(absent);
    }

    private static int number(Http.Request request, String name, int absent) {
        return Integer.parseInt(text(request, name, Integer.toString(absent)));
    }
}
