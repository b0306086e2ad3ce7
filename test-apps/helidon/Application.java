import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/**
 * An ordinary application on Helidon 4 that streams events; it knows nothing of the agent. One source file, because Helidon needs a
 * younger compiler than the build: {@code java -cp 'libraries/*' Application.java}. Prints {@code PORT=n} when it answers.
 */
public final class Application {
    private Application() {}

    /** Runs until the JVM is stopped, and stops the server then; or when somebody connects to the port behind {@code STOP=}, and the JVM stays. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpRouting.Builder routing = HttpRouting.builder()
                .any("/blocking", streaming(Application::numbered))
                .get("/async", streaming(Application::async))
                .get("/forever", streaming(Application::forever))
                .get("/idle", streaming(Application::idle))
                .get("/fail", streaming(Application::fail))
                .get("/truncated", streaming(Application::truncated))
                .get("/typed", streaming(Application::typed))
                .post("/answer", streaming(Application::answer))
                .post("/raw", Application::raw)
                .get("/whole", Application::whole)
                .get("/sized", Application::sized)
                .get("/plain", Application::plain)
                .register("/shop", rules -> rules.get("/orders/{id}/events", streaming(Application::numbered)));
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing)
                .build()
                .start();
        try (ServerSocket operator = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.out.println("STOP=" + operator.getLocalPort());
            System.out.println("PORT=" + server.port());
            operator.accept().close();
        }
        server.stop();
        Thread.currentThread().join();
    }

    /** What a handler writes into an event stream. */
    private interface Events {
        void to(EventOutput output, ServerRequest request) throws Exception;
    }

    /** A response that is written by one thread at a time and flushed after each event. */
    private record EventOutput(OutputStream output, boolean flushing) {
        void send(String text) throws IOException {
            output.write(text.getBytes(StandardCharsets.UTF_8));
            if (flushing) {
                output.flush();
            }
        }

        void sendNumbered(int events, int size, long intervalMillis) throws IOException, InterruptedException {
            for (int number = 1; number <= events; number++) {
                String start = Integer.toString(number);
                String padding = ".".repeat(Math.max(0, size - start.length()));
                output.write(("id: " + start + "\ndata: " + start + padding + "\n").getBytes(StandardCharsets.UTF_8));
                output.write('\n');
                send("");
                if (intervalMillis > 0) {
                    Thread.sleep(intervalMillis);
                }
            }
        }
    }

    private static Handler streaming(Events events) {
        return (request, response) -> {
            response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
            response.header(HeaderNames.CACHE_CONTROL, "no-cache");
            if (request.prologue().method() == Method.HEAD) {
                response.send();
                return;
            }
            events.to(new EventOutput(response.outputStream(), number(request, "flush", 1) == 1), request);
        };
    }

    /** {@code ?events=N&size=S&interval=ms&flush=0}: N events, then the end. */
    private static void numbered(EventOutput output, ServerRequest request) throws IOException, InterruptedException {
        output.sendNumbered(number(request, "events", 10), number(request, "size", 32), number(request, "interval", 0));
    }

    /** The same from another thread; Helidon's handlers wait for theirs. */
    private static void async(EventOutput output, ServerRequest request) throws InterruptedException {
        Thread.startVirtualThread(() -> {
                    try {
                        numbered(output, request);
                    } catch (IOException | InterruptedException clientGone) {
                        // nobody is left to tell
                    }
                })
                .join();
    }

    private static void forever(EventOutput output, ServerRequest request) throws IOException, InterruptedException {
        output.sendNumbered(Integer.MAX_VALUE, number(request, "size", 32), number(request, "interval", 100));
    }

    /** {@code ?ms=M}: one event, then silence for so long. */
    private static void idle(EventOutput output, ServerRequest request) throws IOException, InterruptedException {
        output.sendNumbered(1, 32, number(request, "ms", 100));
    }

    /** {@code ?after=N}: N events, then an exception out of the handler. */
    private static void fail(EventOutput output, ServerRequest request) throws IOException, InterruptedException {
        output.sendNumbered(number(request, "after", 3), 32, 0);
        throw new IllegalStateException("the application fails");
    }

    /** {@code ?events=N}: N events, then an ordinary end inside one more. */
    private static void truncated(EventOutput output, ServerRequest request) throws IOException, InterruptedException {
        output.sendNumbered(number(request, "events", 2), 32, 0);
        output.send("id: cut\ndata: this event is never finis");
    }

    /** {@code ?types=a,b,c&retry=ms}: one event of each type after one {@code retry:}. */
    private static void typed(EventOutput output, ServerRequest request) throws IOException {
        output.send("retry: " + number(request, "retry", 2000) + "\n\n");
        int id = 0;
        for (String type : text(request, "types", "a,b,c").split(",")) {
            id++;
            output.send("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n");
        }
    }

    /** {@code POST ?events=N}: N events in answer to a prompt; the last one says {@code [DONE]}. */
    private static void answer(EventOutput output, ServerRequest request) throws IOException {
        body(request);
        int events = number(request, "events", 10);
        for (int number = 1; number < events; number++) {
            output.send("data: {\"token\":\"t" + number + "\"}\n\n");
        }
        output.send("data: [DONE]\n\n");
    }

    /** {@code POST ?every=N&type=text/event-stream}: the bytes of the request's body again, flushed after each N of them. */
    private static void raw(ServerRequest request, ServerResponse response) throws IOException {
        byte[] bytes = body(request);
        int every = number(request, "every", Math.max(1, bytes.length));
        response.header(HeaderNames.CONTENT_TYPE, text(request, "type", "text/event-stream"));
        OutputStream output = response.outputStream();
        for (int from = 0; from < bytes.length; from += every) {
            output.write(bytes, from, Math.min(every, bytes.length - from));
            output.flush();
        }
    }

    /** Three events that are sent as one text. */
    private static void whole(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        response.send("data: one\n\ndata: two\n\ndata: three\n\n");
    }

    /** {@code ?events=N}: N events of ten bytes, whose sum is announced, a byte at a time. */
    private static void sized(ServerRequest request, ServerResponse response) throws IOException {
        int events = number(request, "events", 100);
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        response.headers().contentLength(events * 10L);
        OutputStream output = response.outputStream();
        for (int number = 0; number < events; number++) {
            for (byte one : "data: ab\n\n".getBytes(StandardCharsets.UTF_8)) {
                output.write(one);
                output.flush();
            }
        }
    }

    /** No event stream: a greeting, in text/plain. */
    private static void plain(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.send("hello\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] body(ServerRequest request) throws IOException {
        try (InputStream input = request.content().inputStream()) {
            return input.readAllBytes();
        }
    }

    private static String text(ServerRequest request, String name, String absent) {
        return request.query().contains(name) ? request.query().get(name) : absent;
    }

    private static int number(ServerRequest request, String name, int absent) {
        return Integer.parseInt(text(request, name, Integer.toString(absent)));
    }
}
