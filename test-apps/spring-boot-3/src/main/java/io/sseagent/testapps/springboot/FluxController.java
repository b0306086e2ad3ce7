package io.sseagent.testapps.springboot;

import java.time.Duration;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Streams from a {@link Flux} that Spring MVC subscribes to. */
@RestController
class FluxController {
    /** N events, one per {@code interval} milliseconds; {@code heartbeats=1} adds a comment to each. */
    @GetMapping("/flux/{topic}")
    Flux<ServerSentEvent<String>> topic(
            @PathVariable String topic,
            @RequestParam(defaultValue = "10") int events,
            @RequestParam(defaultValue = "10") long interval,
            @RequestParam(defaultValue = "0") int heartbeats) {
        // Spring MVC asks for one event at a time, and an interval does not wait
        Flux<Long> numbers =
                Flux.interval(Duration.ofMillis(interval)).take(events).onBackpressureBuffer();
        return numbers.map(number -> {
            ServerSentEvent.Builder<String> event = ServerSentEvent.builder(topic + ' ' + number)
                    .id(Long.toString(number))
                    .event(topic);
            return heartbeats > 0 ? event.comment("keep-alive").build() : event.build();
        });
    }

    /** N events, then an error of the publisher. */
    @GetMapping("/flux/{topic}/fail")
    Flux<ServerSentEvent<String>> fail(@PathVariable String topic, @RequestParam(defaultValue = "3") int after) {
        return Flux.range(1, after)
                .map(number -> ServerSentEvent.builder(topic + ' ' + number).build())
                .concatWith(Flux.error(new IllegalStateException("the application fails")));
    }
}
