package io.sseagent.testapps.micronaut;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import reactor.core.publisher.Flux;

/** Events whose data starts with their number. Stateless. */
final class Numbered {
    static final int SMALL = 32;

    private Numbered() {}

    /** As text of {@code size} characters each, or as many as the number needs; without an interval all at once. */
    static Flux<byte[]> events(int events, int size, long intervalMillis) {
        Flux<Integer> numbers = Flux.range(1, events);
        if (intervalMillis > 0) {
            numbers = numbers.delayElements(Duration.ofMillis(intervalMillis));
        }
        return numbers.map(number -> {
            String start = Integer.toString(number);
            return bytes("id: " + start + "\ndata: " + start + ".".repeat(Math.max(0, size - start.length())) + "\n\n");
        });
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
