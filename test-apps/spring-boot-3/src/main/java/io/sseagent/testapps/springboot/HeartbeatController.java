package io.sseagent.testapps.springboot;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A stream of one event with a heartbeat, which somebody forgets unless it is {@code clean}. */
@RestController
class HeartbeatController implements DisposableBean {
    private static final long NEVER = 0;

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);

    @GetMapping("/heartbeats/{id}")
    SseEmitter stream(@PathVariable String id, @RequestParam(defaultValue = "false") boolean clean) {
        SseEmitter emitter = new SseEmitter(NEVER);
        Future<?> heartbeat = scheduler.scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.SECONDS);
        scheduler.execute(() -> {
            try {
                emitter.send(id);
            } catch (IOException clientGone) {
                // the container ends the request and tells Spring
            }
            if (clean) {
                heartbeat.cancel(false);
            }
            emitter.complete();
        });
        return emitter;
    }

    @Override
    public void destroy() {
        scheduler.shutdownNow();
    }
}
