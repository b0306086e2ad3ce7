package io.sseagent.instrumentation.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a client must not be able to tell: that the agent is there. The same server runs beside it without, gets the same requests
 * and is compared by what it sends and when.
 */
public abstract class UnchangedServerContract extends StreamFacts {
    private static final List<String> ADDRESSES = List.of(
            "/blocking?events=20",
            "/blocking?events=3&size=70000",
            "/async?events=20",
            "/typed",
            "/truncated",
            "/fail?after=3",
            "/plain");
    private static final int ROUNDS = 5;
    private static final int FIRST_EVENTS = 60;
    private static final int EVENTS = 60;
    private static final List<String> PACED = List.of(
            "/blocking?events=60&interval=10",
            "/async?events=60&interval=10",
            "/blocking?events=60&interval=10",
            "/async?events=60&interval=10");

    protected UnchangedServerContract(ServerUnderTest server) {
        super(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /blocking?events=20",
                "GET /blocking?events=3&size=70000",
                "GET /blocking?events=20 HTTP/1.0",
                "GET /async?events=20",
                "GET /async?events=3&size=70000",
                "GET /typed",
                "GET /truncated",
                "GET /fail?after=3",
                "GET /plain",
                "GET /no-such-path",
                "HEAD /blocking",
                "POST /answer?events=9",
                "POST /raw",
                "POST /raw?every=1",
                "POST /raw?every=7&type=text/plain",
                "GET /blocking?events=3, GET /plain, GET /async?events=4, POST /raw?every=5, GET /typed, GET /no-such-path",
                "GET /plain, GET /plain, GET /blocking?events=0, POST /answer, GET /truncated, GET /fail?after=0"
            })
    void every_byte_is_sent_as_without_the_agent(String requests) {
        String without = RawDialogue.hold(server().withoutAgent().application(), requests);
        assertThat(RawDialogue.hold(server().application(), requests)).isEqualTo(without);
        // Helidon closes the connection
        if (!requests.endsWith("HTTP/1.0")) {
            assertThat(without).startsWith("HTTP/1.");
        }
    }

    @Test
    void every_frame_is_sent_as_without_the_agent() {
        assumeTrue(server().capabilities().contains(Capability.HTTP2));
        for (String address : ADDRESSES) {
            assertThat(Http2Dialogue.get(server().application(), address))
                    .as(address)
                    .isNotEmpty()
                    .isEqualTo(Http2Dialogue.get(server().withoutAgent().application(), address));
        }
    }

    /**
     * Both servers stream at the same time, so that whatever else this machine does meets both. What is held back is so in every
     * round; what only happened is not.
     */
    @Test
    void events_arrive_as_without_the_agent() throws Exception {
        URI with = server().application();
        URI without = server().withoutAgent().application();
        List<String> differences = new ArrayList<>();
        while (differences.size() < ROUNDS) {
            CompletableFuture<Timing> other = CompletableFuture.supplyAsync(() -> Timing.of(without));
            Timing own = Timing.of(with);
            if (!own.differsFrom(other.get())) {
                return;
            }
            differences.add("with " + own + ", without " + other.get());
        }
        assertThat(differences).as("rounds that differ").hasSizeLessThan(ROUNDS);
    }

    /** How long a client of one server waited. */
    private record Timing(Waits first, Waits next) {
        static Timing of(URI application) {
            List<Double> first = new ArrayList<>();
            List<Double> next = new ArrayList<>();
            try {
                for (String address : PACED) {
                    next.addAll(Arrivals.of(application, address, EVENTS).gapsMillis());
                }
                for (int i = 0; i < FIRST_EVENTS; i++) {
                    first.add(Arrivals.of(application, "/blocking?events=1", 1).firstMillis());
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return new Timing(new Waits(first), new Waits(next));
        }

        boolean differsFrom(Timing other) {
            return first.differFrom(other.first) || next.differFrom(other.next);
        }
    }
}
