package io.sseagent.testapps.webflux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bytes that the application writes itself, and answers that are no event stream. */
@RestController
class RawController {
    /** The bytes of the request's body, flushed after each N of them. */
    @PostMapping("/raw")
    Mono<Void> raw(
            @RequestParam(defaultValue = "0") int every,
            @RequestParam(defaultValue = "text/event-stream") String type,
            @RequestBody byte[] body,
            ServerHttpResponse response) {
        int piece = every > 0 ? every : Math.max(1, body.length);
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < body.length; from += piece) {
            pieces.add(Arrays.copyOfRange(body, from, Math.min(body.length, from + piece)));
        }
        return write(response, type, Flux.fromIterable(pieces));
    }

    /** N events, then the end inside one more. */
    @GetMapping("/truncated")
    Mono<Void> truncated(@RequestParam(defaultValue = "2") int events, ServerHttpResponse response) {
        Flux<String> text = Flux.range(1, events)
                .map(number -> "id: " + number + "\ndata: " + number + "\n\n")
                .concatWithValues("id: cut\ndata: this event is never finis");
        return write(response, "text/event-stream", text.map(part -> part.getBytes(UTF_8)));
    }

    /** What another server answers, passed on as it comes. */
    @GetMapping("/gateway")
    Mono<Void> gateway(@RequestParam String to, ServerHttpResponse response) {
        Flux<DataBuffer> answer = WebClient.create().get().uri(to).retrieve().bodyToFlux(DataBuffer.class);
        response.getHeaders().set("Content-Type", "text/event-stream");
        return response.writeAndFlushWith(answer.map(Mono::just));
    }

    /** No event stream: a greeting, in text/plain whatever was asked for. */
    @GetMapping("/plain")
    ResponseEntity<String> plain() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("hello\n");
    }

    private static Mono<Void> write(ServerHttpResponse response, String type, Flux<byte[]> parts) {
        response.getHeaders().set("Content-Type", type);
        return response.writeAndFlushWith(parts.map(part -> {
            DataBuffer buffer = response.bufferFactory().allocateBuffer(part.length);
            return Mono.just(buffer.write(part));
        }));
    }
}
