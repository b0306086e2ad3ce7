package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.Capability;
import io.sseagent.instrumentation.testing.Http2Dialogue;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.ResponseBody;
import io.sseagent.instrumentation.testing.Scrape;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code attach} to a JVM that was started without the agent and has open streams. */
class AttachTest {
    private static final String FOREVER = "/forever?interval=20";
    private static final Pattern METRICS = Pattern.compile("metrics: (http\\S+)");

    /** Every server on one JDK, in its lowest and newest version if it has many, and two of them on the others. */
    static Stream<ForkedServer> servers() {
        Stream<ForkedServer> all = Stream.of(
                        Matrix.ends(Tomcat.all().toList()),
                        Jetty.all(),
                        JettyCore.handlers(),
                        Stream.of(JettyCore.newestWithServlets()),
                        Stream.of(TestApp.JDK_HTTPSERVER),
                        Stream.of(GrizzlyApp.OLDEST, GrizzlyApp.V4_0),
                        Stream.of(HelidonApp.OLDEST, HelidonApp.NEWEST),
                        UndertowApp.all())
                .flatMap(launches -> launches)
                .flatMap(launch -> Matrix.jdks(launch).map(jdk -> ForkedServer.alone(launch, jdk)));
        Stream<ForkedServer> some = Matrix.otherJdks()
                .flatMap(jdk -> Stream.of(Tomcat.of("9.0.117"), TestApp.JDK_HTTPSERVER)
                        .map(launch -> ForkedServer.alone(launch, jdk)));
        return Stream.concat(all, some);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    @SuppressWarnings("try") // the client leaves while its server goes on
    void open_streams_are_picked_up_and_nothing_is_invented(ForkedServer server) {
        try (server;
                HttpConnection early = HttpConnection.to(server.application())) {
            String route = server.application().getPath() + "/forever";
            ResponseBody open = early.open(FOREVER);
            int before = open.readEvents(3).events().count();
            String first = attach(server);
            AgentMetrics metrics = new AgentMetrics(server.metrics());

            Scrape pickedUp =
                    metrics.await("the open stream", page -> page.sum("sse_events_total", "http_route", route) >= 5);
            assertThat(pickedUp.sum("sse_streams_opened_total", "kind", "attached"))
                    .isEqualTo(1);
            assertThat(pickedUp.sum("sse_streams_opened_total")).isEqualTo(1);
            assertThat(pickedUp.sum("sse_streams_active", "http_route", route)).isEqualTo(1);
            assertThat(pickedUp.sum("sse_stream_establish_seconds_count")).isZero();
            assertThat(pickedUp.sum("sse_first_event_seconds_count")).isZero();
            // the first write may be seen from its middle on
            int received = open.readEvents(before + 5).events().count();
            assertThat(pickedUp.sum("sse_events_total")).isLessThan(received + 100.0);

            Scrape own = newStream(server, metrics);
            assertThat(own.sum("sse_stream_establish_seconds_count")).isEqualTo(1);
            assertThat(own.sum("sse_streams_opened_total", "kind", "fresh")).isEqualTo(1);

            assertThat(attach(server)).contains("is already running").contains("nothing was changed");
            assertThat(first).contains("started in " + server.jvm().pid());
            assertThat(newStream(server, metrics).sum("sse_events_total", "http_route", blocking(server)))
                    .isEqualTo(7);

            early.close();
            Scrape closed = metrics.await(
                    "the end of the stream", page -> page.sum("sse_streams_active", "http_route", route) == 0);
            assertThat(closed.sum("sse_streams_closed_total", "http_route", route, "reason", "client_closed"))
                    .isEqualTo(1);
            assertThat(closed.sum("sse_stream_duration_seconds_count", "http_route", route))
                    .isZero();
            assertThat(closed.sum("sse_agent_errors_total")).isZero();
            assertThat(server.agentProblems()).singleElement().asString().contains("this second start changes nothing");
        }
    }

    /** Its classes have no names that the agent knows: they are woven when they are met. */
    @Test
    @SuppressWarnings("try") // the client leaves while its server goes on
    void a_container_that_nobody_knows_is_tapped_a_little_later_and_its_open_streams_are_left_alone() {
        try (ForkedServer server =
                        ForkedServer.alone(UnknownContainer.JAKARTA, Jdk.all().get(0));
                HttpConnection early = HttpConnection.to(server.application())) {
            ResponseBody open = early.open(FOREVER);
            int before = open.readEvents(3).events().count();
            attach(server);
            AgentMetrics metrics = new AgentMetrics(server.metrics());
            metrics.await("the fallback", page -> page.has("sse_agent_tap_info", "tap", server.tap()));

            assertThat(newStream(server, metrics).sum("sse_streams_opened_total", "kind", "fresh"))
                    .isEqualTo(1);
            open.readEvents(before + 5);
            assertThat(metrics.read().sum("sse_streams_opened_total")).isEqualTo(1);
            assertThat(metrics.read().sum("sse_events_total")).isEqualTo(7);
            assertThat(metrics.read().sum("sse_agent_errors_total")).isZero();
        }
    }

    /** The head of an open response has passed, and nothing in Netty knows it any more: what is written has to tell. */
    static Stream<ForkedServer> nettys() {
        Stream<Launch> families = Stream.of(
                NettyApp.oldest(),
                SpringApp.WEBFLUX_6,
                FrameworkApp.VERTX_5,
                FrameworkApp.ARMERIA_NEWEST,
                FrameworkApp.MICRONAUT_4,
                FrameworkApp.KTOR_NEWEST,
                FrameworkApp.PLAY_NEWEST,
                QuarkusApp.NEWEST);
        Stream<Launch> others = Stream.of(
                SpringApp.WEBFLUX_5,
                SpringApp.WEBFLUX_7,
                FrameworkApp.VERTX_3,
                FrameworkApp.VERTX_4,
                FrameworkApp.ARMERIA_OLDEST,
                FrameworkApp.MICRONAUT_3,
                FrameworkApp.MICRONAUT_5,
                FrameworkApp.KTOR_OLDEST,
                FrameworkApp.PLAY_OLDEST,
                QuarkusApp.OLDEST);
        return (Matrix.isFull() ? Stream.concat(families, others) : families)
                .map(launch -> ForkedServer.alone(
                        launch, Matrix.jdks(launch).findFirst().orElseThrow()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nettys")
    @SuppressWarnings("try") // the clients leave while their server goes on
    void open_streams_of_netty_are_picked_up_under_no_route(ForkedServer server) throws IOException {
        int streams = server.capabilities().contains(Capability.HTTP2) ? 2 : 1;
        try (server;
                HttpConnection early = HttpConnection.to(server.application());
                Closeable overHttp2 = streams == 1 ? () -> {} : Http2Dialogue.open(server.application(), FOREVER)) {
            ResponseBody open = early.open(FOREVER);
            int before = open.readEvents(3).events().count();
            attach(server);
            AgentMetrics metrics = new AgentMetrics(server.metrics());

            Scrape pickedUp = metrics.await("the open streams", page -> page.sum("sse_streams_active") == streams);
            assertThat(pickedUp.sum("sse_streams_active", "http_version", "1.1"))
                    .isEqualTo(1);
            assertThat(pickedUp.sum("sse_streams_active", "http_version", "2")).isEqualTo(streams - 1);
            assertThat(pickedUp.sum("sse_streams_opened_total", "kind", "attached"))
                    .isEqualTo(streams);
            open.readEvents(before + 5);
            metrics.await("their events", page -> page.sum("sse_events_total", "http_route", "_other_") >= 5);

            Scrape own = newStream(server, metrics);
            assertThat(own.sum("sse_events_total", "http_route", blocking(server)))
                    .isEqualTo(7);
            assertThat(own.sum("sse_streams_opened_total")).isEqualTo(1);
            assertThat(own.sum("sse_streams_opened_total", "kind", "fresh")).isEqualTo(1);

            early.close();
            overHttp2.close();
            Scrape closed = metrics.await("the ends of the streams", page -> page.sum("sse_streams_active") == 0);
            assertThat(closed.sum("sse_streams_closed_total", "http_route", "_other_", "reason", "client_closed"))
                    .isEqualTo(streams);
            assertThat(closed.sum("sse_stream_duration_seconds_count", "http_route", "_other_"))
                    .isZero();
            assertThat(closed.sum("sse_streams_opened_total")).isEqualTo(streams + 1);
            assertThat(closed.sum("sse_agent_errors_total")).isZero();
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    /** One more text after another is looked at until it is clear that none of them is an event stream. */
    @Test
    void of_what_netty_has_begun_to_send_only_event_streams_are_counted() {
        try (ForkedServer server =
                        ForkedServer.alone(NettyApp.newest(), Jdk.all().get(0));
                HttpConnection stream = HttpConnection.to(server.application());
                HttpConnection unanswered = HttpConnection.to(server.application());
                HttpConnection json = HttpConnection.to(server.application());
                HttpConnection download = HttpConnection.to(server.application());
                HttpConnection recorded = HttpConnection.to(server.application())) {
            ResponseBody open = stream.open("/held?times=3");
            ResponseBody lines = json.open(held("{\"a\":1}\ndata: 1\n\n", 30));
            ResponseBody text = download.open(held("data: 1\nand more\n\n", 30) + "&length=1");
            ResponseBody events = recorded.open(held("data: 1\n\n", 30) + "&length=1");
            unanswered.ask("/held?times=3&head=0");
            server.jvm().awaitOutput(Pattern.compile("HELD=5"));
            attach(server);
            AgentMetrics metrics = new AgentMetrics(server.metrics());
            try (HttpConnection other = HttpConnection.to(server.application())) {
                other.get("/release");
            }

            assertThat(open.readAll().events().count()).isEqualTo(4);
            assertThat(List.of(lines.readAll().whole(), text.readAll().whole())).doesNotContain(false);
            Scrape page = metrics.await(
                    "the ends of the streams", now -> now.sum("sse_streams_closed_total", "reason", "complete") >= 3);
            // a download cannot be told from a stream if it is made of whole events, whatever its head has said
            assertThat(events.readAll().events().count()).isEqualTo(31);
            assertThat(page.sum("sse_streams_opened_total", "kind", "attached")).isEqualTo(2);
            assertThat(page.sum("sse_streams_opened_total", "kind", "fresh")).isEqualTo(1);
            assertThat(page.sum("sse_events_total")).isEqualTo(3 + 4 + 30);
            assertThat(page.sum("sse_stream_establish_seconds_count")).isZero();

            Scrape before = metrics.read();
            assertThat(stream.get("/blocking?events=7").events().count()).isEqualTo(7);
            assertThat(download.get("/plain").status()).isEqualTo(200);
            assertThat(json.get("/blocking?events=2").events().count()).isEqualTo(2);
            Scrape own = metrics.await(
                            "the ends of new streams",
                            now -> now.since(before).sum("sse_streams_closed_total", "reason", "complete") == 2)
                    .since(before);
            assertThat(own.sum("sse_events_total", "http_route", "/blocking")).isEqualTo(9);
            assertThat(own.sum("sse_streams_opened_total")).isEqualTo(2);
            assertThat(own.sum("sse_streams_opened_total", "kind", "fresh")).isEqualTo(2);
            assertThat(metrics.read().sum("sse_agent_errors_total")).isZero();
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    private static String held(String text, int times) {
        return "/held?type=text/plain&times=" + times + "&text=" + URLEncoder.encode(text, UTF_8);
    }

    private static String blocking(ForkedServer server) {
        return server.application().getPath() + "/blocking";
    }

    /** A stream after the attachment is like any other. */
    private static Scrape newStream(ForkedServer server, AgentMetrics metrics) {
        Scrape before = metrics.read();
        try (HttpConnection client = HttpConnection.to(server.application())) {
            assertThat(client.get("/blocking?events=7").events().count()).isEqualTo(7);
        }
        return metrics.await(
                        "the end of a new stream",
                        page -> page.since(before).sum("sse_streams_closed_total", "reason", "complete") == 1)
                .since(before);
    }

    /** What the command prints. */
    static String attach(ForkedServer server) {
        List<String> command = List.of(
                "-jar",
                ForkedServer.AGENT_JAR,
                "attach",
                Long.toString(server.jvm().pid()),
                "port=0",
                "host=127.0.0.1");
        try (ForkedJvm attach = ForkedJvm.start(server.jdk(), ForkedJvm.folder("attach"), command)) {
            assertThat(attach.awaitEnd()).as(attach.output()).isZero();
            assertThat(attach.output()).containsPattern(METRICS);
            return attach.output();
        }
    }
}
