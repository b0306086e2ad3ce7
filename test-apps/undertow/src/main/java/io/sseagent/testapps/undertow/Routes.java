package io.sseagent.testapps.undertow;

import io.undertow.Handlers;
import io.undertow.io.IoCallback;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.xnio.Buffers;
import org.xnio.channels.StreamSinkChannel;

/** The routes and what each of them streams; parameters and meanings are those of the WAR applications. */
final class Routes {
    private static final int SMALL = 32;

    private Routes() {}

    static void addTo(PathHandler routes, CountDownLatch stop) {
        blocking(routes, "/blocking", Routes::blocking);
        blocking(routes, "/forever", Routes::forever);
        blocking(routes, "/fail", Routes::fail);
        blocking(routes, "/truncated", Routes::truncated);
        blocking(routes, "/typed", Routes::typed);
        blocking(routes, "/answer", Routes::answer);
        blocking(routes, "/raw", Routes::raw);
        routes.addExactPath("/async", Sending::handle);
        routes.addExactPath("/sse", Pushing.handler());
        routes.addExactPath("/whole", Routes::whole);
        routes.addExactPath("/last", Routes::last);
        routes.addExactPath("/plain", Routes::plain);
        routes.addExactPath("/stop", exchange -> {
            stop.countDown();
            plain(exchange);
        });
        routes.addPrefixPath(
                "/shop",
                Handlers.pathTemplate()
                        .add(
                                "/orders/{id}/events",
                                new BlockingHandler(exchange -> events(exchange).sendNumbered(2, SMALL, 0))));
    }

    private static void blocking(PathHandler routes, String path, HttpHandler handler) {
        routes.addExactPath(path, new BlockingHandler(handler));
    }

    private static Events events(HttpServerExchange exchange) throws IOException {
        return Events.open(exchange, Events.EVENT_STREAM);
    }

    /** {@code ?events=N&size=S&interval=ms}: N events, then the end. */
    private static void blocking(HttpServerExchange exchange) throws IOException {
        Query query = new Query(exchange);
        events(exchange)
                .sendNumbered(query.number("events", 10), query.number("size", SMALL), query.number("interval", 0));
    }

    /** {@code ?interval=ms&size=S}: events until the client goes away. */
    private static void forever(HttpServerExchange exchange) throws IOException {
        Query query = new Query(exchange);
        events(exchange).sendNumbered(Integer.MAX_VALUE, query.number("size", SMALL), query.number("interval", 100));
    }

    /** {@code ?after=N}: N events, then an exception out of the handler. */
    private static void fail(HttpServerExchange exchange) throws IOException {
        events(exchange).sendNumbered(new Query(exchange).number("after", 3), SMALL, 0);
        throw new IllegalStateException("the application fails");
    }

    /** {@code ?events=N}: N events, then an ordinary end inside one more. */
    private static void truncated(HttpServerExchange exchange) throws IOException {
        Events events = events(exchange);
        events.sendNumbered(new Query(exchange).number("events", 2), SMALL, 0);
        events.send("id: cut\ndata: this event is never finis");
    }

    /** {@code ?types=a,b,c&retry=ms}: one event of each type after one {@code retry:}. */
    private static void typed(HttpServerExchange exchange) throws IOException {
        Query query = new Query(exchange);
        Events events = events(exchange);
        events.send("retry: " + query.number("retry", 2000) + "\n\n");
        int id = 0;
        for (String type : query.text("types", "a,b,c").split(",")) {
            id++;
            events.send("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n");
        }
    }

    /** {@code POST ?events=N}: N events in answer to a prompt; the last one says {@code [DONE]}. */
    private static void answer(HttpServerExchange exchange) throws IOException {
        read(exchange.getInputStream());
        Events events = events(exchange);
        int last = new Query(exchange).number("events", 10);
        for (int number = 1; number < last; number++) {
            events.send("data: {\"token\":\"t" + number + "\"}\n\n");
        }
        events.send("data: [DONE]\n\n");
    }

    /** {@code POST ?every=N&type=text/event-stream}: the bytes of the request's body, flushed after each N of them. */
    private static void raw(HttpServerExchange exchange) throws IOException {
        byte[] bytes = read(exchange.getInputStream());
        Query query = new Query(exchange);
        Events events = Events.open(exchange, query.text("type", Events.EVENT_STREAM));
        int every = query.number("every", Math.max(1, bytes.length));
        for (int from = 0; from < bytes.length; from += every) {
            events.send(bytes, from, every);
        }
    }

    private static byte[] read(InputStream input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }

    /** Two events as a response of known length. */
    private static void whole(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, Events.EVENT_STREAM);
        exchange.getResponseSender().send("data: one\n\ndata: two\n\n", IoCallback.END_EXCHANGE);
    }

    /** Three events by the channel itself, of which the last ones say that they are. */
    private static void last(HttpServerExchange exchange) throws IOException {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, Events.EVENT_STREAM);
        StreamSinkChannel channel = exchange.getResponseChannel();
        ByteBuffer[] first = {event("data: one"), event("\n\n")};
        while (Buffers.hasRemaining(first)) {
            channel.write(first);
        }
        int gathered = new Query(exchange).number("gathered", 0);
        ByteBuffer[] last = {event("data: two\n\n"), event("data: three\n\n"), event("data: none\n\n")};
        if (gathered == 0) {
            writeFinal(channel, event("data: two\n\ndata: three\n\n"));
        } else if (gathered == 1) {
            writeFinal(channel, Arrays.copyOf(last, 2));
        } else {
            while (Buffers.hasRemaining(last, 0, 2)) {
                channel.writeFinal(last, 0, 2);
            }
        }
    }

    private static void writeFinal(StreamSinkChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.writeFinal(buffer);
        }
    }

    private static void writeFinal(StreamSinkChannel channel, ByteBuffer[] buffers) throws IOException {
        while (Buffers.hasRemaining(buffers)) {
            channel.writeFinal(buffers);
        }
    }

    private static ByteBuffer event(String text) {
        return ByteBuffer.wrap(text.getBytes(Events.UTF_8));
    }

    /** No event stream: a greeting, in text/plain. */
    private static void plain(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
        exchange.getResponseSender().send("hello\n");
    }
}
