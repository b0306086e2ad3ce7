package io.sseagent.testapps.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** The routes and what each of them streams; parameters and meanings are those of the WAR applications. */
final class Routes {
    private static final AtomicReference<CountDownLatch> HELD = new AtomicReference<>(new CountDownLatch(1));

    private final Executor executor;

    private Routes(Executor executor) {
        this.executor = executor;
    }

    static void addTo(HttpServer server, Executor executor) {
        Routes routes = new Routes(executor);
        server.createContext("/blocking", Routes::blocking);
        server.createContext("/async", routes::async);
        server.createContext("/forever", Routes::forever);
        server.createContext("/held", Routes::held);
        server.createContext("/release", Routes::release);
        server.createContext("/fail", Routes::fail);
        server.createContext("/truncated", Routes::truncated);
        server.createContext("/typed", Routes::typed);
        server.createContext("/answer", Routes::answer);
        server.createContext("/fixed", Routes::fixed);
        server.createContext("/bytes", Routes::bytes);
        server.createContext("/timed", Routes::timed);
        server.createContext("/raw", new RawHandler());
        server.createContext("/plain", Routes::plain);
        server.createContext("/left-behind", new LeftBehind(executor));
    }

    /** {@code ?events=N&size=S&interval=ms}: N events from the handler's thread, then the end. */
    private static void blocking(HttpExchange exchange) throws IOException {
        Query query = new Query(exchange);
        try (EventOutput output = EventOutput.open(exchange)) {
            output.sendNumbered(query.number("events", 10), query.number("size", 32), query.number("interval", 0));
        }
    }

    /** The same from another thread, after the handler has returned. */
    private void async(HttpExchange exchange) throws IOException {
        Query query = new Query(exchange);
        EventOutput output = EventOutput.open(exchange);
        executor.execute(() -> {
            try (EventOutput closing = output) {
                closing.sendNumbered(query.number("events", 10), query.number("size", 32), query.number("interval", 0));
            } catch (IOException clientGone) {
                // nobody is left to tell
            }
        });
    }

    /** {@code ?interval=ms}: events until the client goes away. */
    private static void forever(HttpExchange exchange) throws IOException {
        try (EventOutput output = EventOutput.open(exchange)) {
            output.sendNumbered(Integer.MAX_VALUE, 32, new Query(exchange).number("interval", 100));
        }
    }

    /** One event, and after the next {@code /release} more of them until the client goes away. */
    private static void held(HttpExchange exchange) throws IOException {
        try (EventOutput output = EventOutput.open(exchange)) {
            CountDownLatch released = HELD.get();
            output.sendNumbered(1, 32, 0);
            released.await();
            output.sendNumbered(Integer.MAX_VALUE, 32, 20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void release(HttpExchange exchange) throws IOException {
        HELD.getAndSet(new CountDownLatch(1)).countDown();
        plain(exchange);
    }

    /** {@code ?after=N}: N events, then an exception out of the handler; the server drops the connection. */
    private static void fail(HttpExchange exchange) throws IOException {
        EventOutput.open(exchange).sendNumbered(new Query(exchange).number("after", 3), 32, 0);
        throw new IllegalStateException("the application fails");
    }

    /** {@code ?events=N}: N events, then an ordinary end inside one more. */
    private static void truncated(HttpExchange exchange) throws IOException {
        try (EventOutput output = EventOutput.open(exchange)) {
            output.sendNumbered(new Query(exchange).number("events", 2), 32, 0);
            output.send("id: cut\ndata: this event is never finis");
        }
    }

    /** {@code ?types=a,b,c&retry=ms}: one event of each type after one {@code retry:}. */
    private static void typed(HttpExchange exchange) throws IOException {
        Query query = new Query(exchange);
        try (EventOutput output = EventOutput.open(exchange)) {
            output.send("retry: " + query.number("retry", 2000) + "\n\n");
            int id = 0;
            for (String type : query.text("types", "a,b,c").split(",")) {
                id++;
                output.send("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n");
            }
        }
    }

    /** {@code POST ?events=N}: N events in answer to a prompt; the last one says {@code [DONE]}. */
    private static void answer(HttpExchange exchange) throws IOException {
        readPrompt(exchange.getRequestBody());
        int events = new Query(exchange).number("events", 10);
        try (EventOutput output = EventOutput.open(exchange)) {
            for (int number = 1; number < events; number++) {
                output.send("data: {\"token\":\"t" + number + "\"}\n\n");
            }
            output.send("data: [DONE]\n\n");
        }
    }

    /** {@code ?events=N}: N events in one response of a length that is known before. */
    private static void fixed(HttpExchange exchange) throws IOException {
        StringBuilder events = new StringBuilder();
        for (int number = 1; number <= new Query(exchange).number("events", 10); number++) {
            events.append(EventOutput.numbered(number, 32));
        }
        respond(exchange, "text/event-stream", events.toString());
    }

    /** {@code ?events=N}: N events, each byte written alone. */
    private static void bytes(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        for (int number = 1; number <= new Query(exchange).number("events", 10); number++) {
            for (byte one : EventOutput.numbered(number, 32).getBytes(StandardCharsets.UTF_8)) {
                exchange.getResponseBody().write(one);
            }
        }
        exchange.close();
    }

    /**
     * {@code ?events=N&age=ms&lag=ms}: N events in JSON that happened so long ago and were published that much later, then one without a
     * time and one that tells of an error.
     */
    private static void timed(HttpExchange exchange) throws IOException {
        Query query = new Query(exchange);
        try (EventOutput output = EventOutput.open(exchange)) {
            for (int number = 1; number <= query.number("events", 10); number++) {
                long happened = System.currentTimeMillis() - query.number("age", 500);
                String published = Instant.ofEpochMilli(happened + query.number("lag", 200))
                        .toString();
                output.send("id: " + number + "\ndata: {\"order\":" + number + ",\"meta\":{\"happened\":" + happened
                        + ",\"published\":\"" + published + "\"},\"scene\":\"pay\"}\n\n");
            }
            output.send("data: {\"order\":0}\n\n");
            output.send("event: error\ndata: {\"error\":{\"code\":50301}}\n\n");
        }
    }

    /** No event stream: a greeting, in text/plain. */
    private static void plain(HttpExchange exchange) throws IOException {
        respond(exchange, "text/plain; charset=utf-8", "hello\n");
    }

    private static void respond(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void readPrompt(InputStream body) throws IOException {
        byte[] buffer = new byte[4096];
        while (body.read(buffer) >= 0) {
            // the answer does not depend on it
        }
    }
}
