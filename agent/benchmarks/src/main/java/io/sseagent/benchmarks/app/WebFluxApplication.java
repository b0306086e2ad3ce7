package io.sseagent.benchmarks.app;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** WebFlux on Netty with a finite stream and an ordinary answer. Every event is flushed: that is what Spring does. */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
public class WebFluxApplication {
    private static final Control CONTROL = Control.start(new HeldStreams());

    /** Serves until standard input ends. */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(WebFluxApplication.class);
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "spring.main.banner-mode", "off",
                "logging.level.root", "WARN"));
        application.run(arguments);
    }

    /** Requests are welcome. */
    @EventListener
    public void started(WebServerInitializedEvent event) {
        CONTROL.listening(event.getWebServer().getPort());
    }

    /** {@code events} events as fast as the client takes them, then the end. */
    @GetMapping(value = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public Flux<ServerSentEvent<String>> events(@RequestParam int events) {
        String data = EventText.data(EventText.DEFAULT_BYTES);
        Flux<ServerSentEvent<String>> stream = Flux.range(0, events)
                .map(i -> ServerSentEvent.<String>builder()
                        .event(EventText.TYPE)
                        .data(data)
                        .build());
        HandMetrics hand = HandMetrics.ofStream("/events");
        return hand == null ? stream : stream.doOnNext(event -> hand.event());
    }

    /** An ordinary answer. */
    @GetMapping(value = "/plain", produces = MediaType.APPLICATION_JSON_VALUE)
    public Mono<String> plain() {
        return Mono.just(PlainAnswer.JSON);
    }
}
