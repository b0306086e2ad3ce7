package io.sseagent.testapps.micronaut;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.sse.Event;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Streams of events as Micronaut applications write them; parameters and meanings are those of the WAR applications. */
@Controller
@Produces(MediaType.TEXT_EVENT_STREAM)
public class EventController {
    private static final Duration FLUSHED = Duration.ofMillis(300);

    /** By hand, because the members of Micronaut's own answer come in another order in each JVM. */
    @Error(status = HttpStatus.NOT_FOUND, global = true)
    public HttpResponse<String> notFound() {
        return HttpResponse.notFound("nothing here\n").contentType(MediaType.TEXT_PLAIN_TYPE);
    }

    /** N events, from the event loop if there is no interval. */
    @Get("/blocking{?events,size,interval}")
    public Publisher<byte[]> blocking(
            @QueryValue(defaultValue = "10") int events,
            @QueryValue(defaultValue = "32") int size,
            @QueryValue(defaultValue = "0") long interval) {
        return Numbered.events(events, size, interval);
    }

    /** The same from another thread. */
    @Get("/async")
    public Publisher<byte[]> async(
            @QueryValue(defaultValue = "10") int events,
            @QueryValue(defaultValue = "32") int size,
            @QueryValue(defaultValue = "0") long interval) {
        return Numbered.events(events, size, interval).publishOn(Schedulers.boundedElastic());
    }

    /** Events until the client goes away. */
    @Get("/forever")
    public Publisher<byte[]> forever(@QueryValue(defaultValue = "100") long interval) {
        return Numbered.events(Integer.MAX_VALUE, Numbered.SMALL, interval);
    }

    /** A path with a name in it. */
    @Get("/channels/{name}/events{?events}")
    public Publisher<Event<String>> channel(@PathVariable String name, @QueryValue(defaultValue = "2") int events) {
        return Flux.range(1, events).map(number -> Event.of(name + ' ' + number).id(Integer.toString(number)));
    }

    /** One event, then nothing until Micronaut closes the connection because of that. */
    @Get("/idle")
    public Publisher<byte[]> idle(@QueryValue(defaultValue = "100") long ms, HttpRequest<?> request) {
        ((NettyHttpRequest<?>) request)
                .getChannelHandlerContext()
                .pipeline()
                .addFirst(new IdleStateHandler(0, 0, ms, TimeUnit.MILLISECONDS));
        return Numbered.events(1, Numbered.SMALL, 0).concatWith(Flux.never());
    }

    /** N events, then an error of the publisher, when they have left: Micronaut closes the connection in front of what it has not flushed. */
    @Get("/fail")
    public Publisher<byte[]> fail(@QueryValue(defaultValue = "3") int after) {
        return Numbered.events(after, Numbered.SMALL, 0)
                .concatWith(Mono.delay(FLUSHED).then(Mono.error(new IllegalStateException("the application fails"))));
    }

    /** N events, then the end inside one more. */
    @Get("/truncated")
    public Publisher<byte[]> truncated(@QueryValue(defaultValue = "2") int events) {
        return Numbered.events(events, Numbered.SMALL, 0)
                .concatWithValues(Numbered.bytes("id: cut\ndata: this event is never finis"));
    }

    /** One event of each type, the first one with a {@code retry:}; ids go on from {@code Last-Event-ID}. */
    @Get("/typed")
    public Publisher<Event<String>> typed(
            @QueryValue(defaultValue = "a,b,c") String types,
            @QueryValue(defaultValue = "2000") long retry,
            @Header(name = "Last-Event-ID", defaultValue = "0") int last) {
        String[] names = types.split(",");
        return Flux.range(0, names.length)
                .map(i -> Event.of(names[i])
                        .name(names[i])
                        .id(Integer.toString(last + 1 + i))
                        .retry(i == 0 ? Duration.ofMillis(retry) : null));
    }
}
