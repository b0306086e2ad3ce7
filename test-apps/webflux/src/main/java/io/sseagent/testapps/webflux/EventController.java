package io.sseagent.testapps.webflux;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/** Streams of events as WebFlux applications write them; parameters and meanings are those of the WAR applications. */
@RestController
class EventController {
    private static final int SMALL = 32;

    /** N events, from the event loop if there is no interval. */
    @GetMapping(path = "/blocking", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> blocking(
            @RequestParam(defaultValue = "10") int events,
            @RequestParam(defaultValue = "32") int size,
            @RequestParam(defaultValue = "0") long interval) {
        return numbered(events, size, interval);
    }

    /** The same from another thread. */
    @GetMapping(path = "/async", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> async(
            @RequestParam(defaultValue = "10") int events,
            @RequestParam(defaultValue = "32") int size,
            @RequestParam(defaultValue = "0") long interval) {
        return numbered(events, size, interval).publishOn(Schedulers.boundedElastic());
    }

    /** Objects, which become JSON. */
    @GetMapping(path = "/json-events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<Price> objects(@RequestParam(defaultValue = "10") int events) {
        return Flux.range(1, events).map(number -> new Price("SSE", number));
    }

    /** Events until the client goes away. */
    @GetMapping(path = "/forever", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> forever(@RequestParam(defaultValue = "100") long interval) {
        return numbered(Integer.MAX_VALUE, SMALL, interval);
    }

    /** One event, then nothing until the connection is closed because of that. */
    @GetMapping(path = "/idle", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> idle(@RequestParam(defaultValue = "100") long ms, ServerHttpRequest request) {
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
        connection.onWriteIdle(ms, connection::dispose);
        return numbered(1, SMALL, 0).concatWith(Flux.never());
    }

    /** N events, then an error of the publisher. */
    @GetMapping(path = "/fail", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> fail(@RequestParam(defaultValue = "3") int after) {
        return numbered(after, SMALL, 0).concatWith(Flux.error(new IllegalStateException("the application fails")));
    }

    /** One event of each type after one {@code retry:}; ids go on from {@code Last-Event-ID}. */
    @GetMapping(path = "/typed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> typed(
            @RequestParam(defaultValue = "a,b,c") String types,
            @RequestParam(defaultValue = "2000") long retry,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") int last) {
        AtomicInteger id = new AtomicInteger(last);
        ServerSentEvent<String> advice = ServerSentEvent.<String>builder()
                .retry(Duration.ofMillis(retry))
                .build();
        return Flux.just(advice)
                .concatWith(Flux.fromArray(types.split(","))
                        .map(type -> ServerSentEvent.builder(type)
                                .event(type)
                                .id(Integer.toString(id.incrementAndGet()))
                                .build()));
    }

    /** A path with a name in it. */
    @GetMapping(path = "/channels/{name}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> channel(@PathVariable String name, @RequestParam(defaultValue = "2") int events) {
        return numbered(events, SMALL, 0)
                .map(event -> ServerSentEvent.builder(name + ' ' + event.data()).build());
    }

    /** N events in answer to a prompt; the last one says {@code [DONE]}. */
    @PostMapping(path = "/answer", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> answer(
            @RequestParam(defaultValue = "10") int events, @RequestBody(required = false) String prompt) {
        return Flux.range(1, events)
                .map(number -> number < events ? "{\"token\":\"t" + number + "\"}" : "[DONE]")
                .map(data -> ServerSentEvent.builder(data).build());
    }

    private static Flux<ServerSentEvent<String>> numbered(int events, int size, long intervalMillis) {
        Flux<Integer> numbers = Flux.range(1, events);
        if (intervalMillis > 0) {
            numbers = numbers.delayElements(Duration.ofMillis(intervalMillis));
        }
        return numbers.map(number -> {
            String start = Integer.toString(number);
            return ServerSentEvent.builder(start + ".".repeat(Math.max(0, size - start.length())))
                    .id(start)
                    .build();
        });
    }

    record Price(String symbol, int cents) {}
}
