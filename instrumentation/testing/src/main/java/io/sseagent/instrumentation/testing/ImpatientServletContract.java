package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the tap of a servlet container must say when the container gives a write up because its client takes nothing. For a
 * server that waits for two seconds or so.
 */
public abstract class ImpatientServletContract extends StreamFacts {
    private static final int NEVER_FULL = Integer.MAX_VALUE;
    private static final int SOON_FULL = 65_535;

    private final List<Closeable> clients = new ArrayList<>();

    protected ImpatientServletContract(ServerUnderTest server) {
        super(server);
    }

    @Test
    void a_client_that_never_reads_is_a_failed_write_and_none_that_left() throws Exception {
        Scrape gained = gainedBy(6, "/forever", () -> {
            ask(server().application(), "/forever?interval=0&size=70000");
            ask(server().application(), "/forever?interval=0&size=3000");
            ask(server().application(), "/forever?interval=0&size=70000&via=writer");
            ask(server().application(), "/forever?interval=0&size=70000&how=async");
            ask(server().application(), "/forever?interval=0&size=3000&how=async");
            ask(server().application(), "/forever?interval=0&size=70000&how=async&via=writer");
        });

        assertEnded(gained, "write_failed");
    }

    @Test
    void so_is_one_for_whom_a_write_listener_waits() throws Exception {
        assumeTrue(server().capabilities().contains(Capability.NON_BLOCKING));
        Scrape waiting =
                gainedBy(1, "/nonblocking", () -> ask(server().application(), "/nonblocking?events=99999&size=70000"));
        Scrape skipping =
                gainedBy(1, "/broadcast", () -> ask(server().application(), "/broadcast?interval=1&size=70000"));

        assertEnded(waiting, "write_failed");
        assertEnded(skipping, "write_failed");
    }

    @ParameterizedTest
    @CsvSource({SOON_FULL + "," + NEVER_FULL, NEVER_FULL + "," + SOON_FULL})
    void so_is_one_that_never_opens_its_http2_window(int streamWindow, int connectionWindow) throws Exception {
        assumeTrue(server().capabilities().contains(Capability.HTTP2));
        assertFails(streamWindow, connectionWindow);
    }

    @Test
    void so_is_one_that_never_reads_what_it_allowed_over_http2() throws Exception {
        assumeTrue(server().capabilities().contains(Capability.HTTP2_WRITE_TIMEOUT));
        assertFails(NEVER_FULL, NEVER_FULL);
    }

    /** For a container's own thread: where another one writes, Tomcat may tell the request of a reset by the client first. */
    private void assertFails(int streamWindow, int connectionWindow) throws Exception {
        String address = "/forever?interval=0&size=70000";
        Scrape gained = gainedBy(
                1,
                "/forever",
                () -> clients.add(Http2Dialogue.ask(server().application(), address, streamWindow, connectionWindow)));

        assertEnded(gained, "write_failed");
    }

    @Test
    void a_client_that_leaves_in_time_is_one_that_left() throws Exception {
        Scrape gained = gainedBy(4, "/forever", () -> {
            for (String query : List.of("", "&via=writer", "&how=async", "&how=async&via=writer")) {
                try (HttpConnection client = connect()) {
                    client.open("/forever?interval=10" + query).readEvents(3);
                }
            }
        });

        assertEnded(gained, "client_closed");
    }

    @Test
    void the_application_is_told_as_without_the_agent() {
        String address = "/forever?interval=0&size=70000";
        forget(server().application());
        ask(server().application(), address);
        ask(server().withoutAgent().application(), address);

        assertThat(failure(server().application()))
                .contains("TimeoutException")
                .isEqualTo(failure(server().withoutAgent().application()));
    }

    /** What other facts have left. */
    private static void forget(URI application) {
        try (HttpConnection client = HttpConnection.to(application)) {
            client.get("/failure");
        }
    }

    private void ask(URI application, String address) {
        HttpConnection client = HttpConnection.to(application);
        clients.add(client);
        client.ask(address);
    }

    /** What the application was told when it wrote last, once there is something, but for how late its server was: Jetty tells that. */
    private static String failure(URI application) {
        return Awaitility.await()
                .atMost(AgentMetrics.DEADLINE)
                .until(
                        () -> {
                            try (HttpConnection client = HttpConnection.to(application)) {
                                String told = new String(client.get("/failure").body(), UTF_8);
                                return told.replaceAll("[0-9]+(?=/[0-9]+ ms)", "some");
                            }
                        },
                        failure -> !failure.isEmpty());
    }

    @AfterEach
    void clients_leave() throws Exception {
        for (Closeable client : clients) {
            client.close();
        }
    }
}
