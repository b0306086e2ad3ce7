package io.sseagent.testapps.springboot;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams from {@link SseEmitter}, written by the application's own threads. */
@RestController
class EmitterController implements DisposableBean {
    private static final long NEVER = 0;

    private final ExecutorService executor = Executors.newCachedThreadPool();

    /** N events, then {@code end=complete|error|timeout}; {@code timeout} waits {@code ms} milliseconds for it. */
    @GetMapping("/emitters/{id}")
    SseEmitter stream(
            @PathVariable String id,
            @RequestParam(defaultValue = "10") int events,
            @RequestParam(defaultValue = "0") long interval,
            @RequestParam(defaultValue = "complete") String end,
            @RequestParam(defaultValue = "1000") long ms) {
        SseEmitter emitter = new SseEmitter(end.equals("timeout") ? ms : NEVER);
        executor.execute(() -> send(emitter, id, events, interval, end));
        return emitter;
    }

    /** Events until the client goes away. */
    @GetMapping("/emitters/{id}/forever")
    SseEmitter forever(@PathVariable String id, @RequestParam(defaultValue = "100") long interval) {
        return stream(id, Integer.MAX_VALUE, interval, "complete", NEVER);
    }

    /** N events, the last one {@code [DONE]}, in answer to a prompt. */
    @PostMapping("/answer")
    SseEmitter answer(@RequestParam(defaultValue = "10") int events, @RequestBody(required = false) String prompt) {
        SseEmitter emitter = new SseEmitter(NEVER);
        executor.execute(() -> {
            try {
                for (int number = 1; number < events; number++) {
                    emitter.send("{\"token\":\"t" + number + "\"}");
                }
                emitter.send("[DONE]");
                emitter.complete();
            } catch (IOException clientGone) {
                // the container ends the request and tells Spring
            }
        });
        return emitter;
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }

    private static void send(SseEmitter emitter, String id, int events, long intervalMillis, String end) {
        try {
            for (int number = 1; number <= events; number++) {
                emitter.send(SseEmitter.event()
                        .id(Integer.toString(number))
                        .name("update")
                        .data(id + ' ' + number));
                Thread.sleep(intervalMillis);
            }
        } catch (IOException | IllegalStateException clientGone) {
            // the container ends the request and tells Spring
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (end.equals("complete")) {
            emitter.complete();
        } else if (end.equals("error")) {
            emitter.completeWithError(new IllegalStateException("the application fails"));
        }
        // otherwise nobody completes it
    }
}
