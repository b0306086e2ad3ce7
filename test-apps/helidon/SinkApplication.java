import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;

/** Streams events through Helidon's own sink, which the oldest versions in the tests do not have. Started as {@code Application}. */
public final class SinkApplication {
    private SinkApplication() {}

    /** Runs until the JVM is stopped. */
    public static void main(String[] arguments) {
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(HttpRouting.builder().get("/sink/{channel}", SinkApplication::emit))
                .build()
                .start();
        System.out.println("PORT=" + server.port());
    }

    /** {@code ?events=N}: N events, each with a comment, an id and a type. */
    private static void emit(ServerRequest request, ServerResponse response) {
        int events = Integer.parseInt(request.query().get("events"));
        try (SseSink sink = response.sink(SseSink.TYPE)) {
            for (int number = 1; number <= events; number++) {
                sink.emit(SseEvent.builder()
                        .comment("number " + number)
                        .id(Integer.toString(number))
                        .name("tick")
                        .data("two\nlines")
                        .build());
            }
        }
    }
}
