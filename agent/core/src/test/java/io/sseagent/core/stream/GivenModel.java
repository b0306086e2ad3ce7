package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A model with a clock that stands still, used as a tap uses it. */
final class GivenModel {
    final FakeClock clock = new FakeClock();
    final AgentHealth health = new AgentHealth();
    final List<String> adviceCalls = new ArrayList<>();
    final StreamModel model;
    private final AgentConfig config;
    private GivenWork work;
    boolean adviceListenerFails;

    /** Settings as agent arguments, {@code key=value,key=value}. */
    GivenModel(String settings) {
        config = AgentConfig.load(settings, new Properties(), new HashMap<>());
        assertThat(config.problems()).isEmpty();
        model = new StreamModel(config.model(), health, clock, new AdviceFailureListener() {
            @Override
            public void firstFailure(String advice, Throwable failure) {
                tell("first " + advice);
            }

            @Override
            public void tooManyFailures(String advice) {
                tell("too many " + advice);
            }
        });
    }

    private void tell(String call) {
        if (adviceListenerFails) {
            throw new OutOfMemoryError("no room for " + call);
        }
        adviceCalls.add(call);
    }

    GivenModel() {
        this("");
    }

    /** What a stream of this model starts. */
    GivenWork work() {
        if (work == null) {
            work = new GivenWork(this, config);
        }
        return work;
    }

    static StreamRequest get(String path) {
        return request("GET", path, "10.0.0.1");
    }

    static StreamRequest request(String method, String path, String address) {
        return new StreamRequest("tomcat").line(method, path, "HTTP/1.1", address);
    }

    SseStream open(StreamRequest request) {
        return model.opened(request);
    }

    SseStream open() {
        return open(get("/feed"));
    }

    /** One write that is not timed. */
    static void write(SseStream stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.wrote(bytes, 0, bytes.length, 0);
    }

    /** The only endpoint. */
    EndpointSnapshot read() {
        List<EndpointSnapshot> snapshots = model.read();
        assertThat(snapshots).hasSize(1);
        return snapshots.get(0);
    }

    EndpointSnapshot read(String route) {
        List<EndpointSnapshot> found = new ArrayList<>();
        for (EndpointSnapshot snapshot : model.read()) {
            if (snapshot.key().route().equals(route)) {
                found.add(snapshot);
            }
        }
        assertThat(found).as(route).hasSize(1);
        return found.get(0);
    }

    /** Events by type name, without the types that had none. */
    static Map<String, Long> events(EndpointSnapshot snapshot) {
        Map<String, Long> events = new HashMap<>();
        String[] names = snapshot.eventTypes();
        for (int i = 0; i < names.length; i++) {
            long count = snapshot.totals().streams().events(i);
            if (count > 0) {
                assertThat(events.put(names[i], count))
                        .as("one entry for %s of %s", names[i], Arrays.toString(names))
                        .isNull();
            }
        }
        return events;
    }
}
