package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrainsTest {
    private final GivenModel given = new GivenModel();
    private final List<String> drains = new ArrayList<>();

    @BeforeEach
    void listen() {
        given.model.onDrained(
                (server, streams, nanos) -> drains.add(server + " " + streams + " in " + nanos / 1_000_000 + " ms"));
    }

    @Test
    void itIsToldWhenTheLastStreamOfAStoppingServerEnds() {
        SseStream first = given.open(get("/a"));
        SseStream second = given.open(get("/b"));
        given.model.serverStopping("tomcat", true);
        given.clock.advanceMillis(300);
        first.close();
        assertThat(drains).isEmpty();

        given.clock.advanceMillis(900);
        second.close();

        assertThat(drains).containsExactly("tomcat 2 in 1200 ms");
    }

    @Test
    void aSecondWordOfTheSameStopAndLateStreamsChangeNothing() {
        SseStream stream = given.open(get("/a"));
        given.model.serverStopping("tomcat", true);
        given.clock.advanceMillis(500);
        given.model.jvmStopping();
        given.model.serverStopping("tomcat", true);
        SseStream late = given.open(get("/a"));
        stream.close();
        late.close();
        given.open(get("/a")).close();

        assertThat(drains).containsExactly("tomcat 1 in 500 ms");
    }

    @Test
    void theEndOfTheJvmIsAStopOfEveryServer() {
        SseStream tomcat = given.open(get("/a"));
        SseStream jetty = given.open(new StreamRequest("jetty").line("GET", "/b", "HTTP/1.1", null));
        given.model.jvmStopping();
        jetty.close();
        tomcat.close();

        assertThat(drains).containsExactly("jetty 1 in 0 ms", "tomcat 1 in 0 ms");
    }

    @Test
    void aServerWithoutStreamsOrOneThatServesAgainIsNotToldOf() {
        given.model.serverStopping("tomcat", true);
        given.model.serverStopping("tomcat", false);
        SseStream stream = given.open(get("/a"));
        given.model.serverStopping("jetty", true);
        given.model.serverStopping("tomcat", true);
        given.model.serverStopping("tomcat", false);
        stream.close();

        assertThat(drains).isEmpty();
    }
}
