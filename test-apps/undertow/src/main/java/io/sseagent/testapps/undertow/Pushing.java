package io.sseagent.testapps.undertow;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventConnection.EventCallback;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import java.io.IOException;

/**
 * {@code ?events=N&size=S&keepalive=ms&end=1}: Undertow's own event handler, one event after the other has gone; then the end, or
 * with {@code end=0} nothing but its keep-alive comments.
 */
final class Pushing implements EventCallback {
    private final int events;
    private final int size;
    private final boolean ends;
    private int sent;

    private Pushing(int events, int size, boolean ends) {
        this.events = events;
        this.size = size;
        this.ends = ends;
    }

    static HttpHandler handler() {
        return Pushing::handle;
    }

    private static void handle(HttpServerExchange exchange) throws Exception {
        Query query = new Query(exchange);
        int keepAliveMillis = query.number("keepalive", 0);
        Pushing pushing =
                new Pushing(query.number("events", 10), query.number("size", 32), query.number("end", 1) == 1);
        new ServerSentEventHandler((connection, lastEventId) -> {
                    if (keepAliveMillis > 0) {
                        connection.setKeepAliveTime(keepAliveMillis);
                    }
                    pushing.next(connection);
                })
                .handleRequest(exchange);
    }

    private void next(ServerSentEventConnection connection) {
        if (sent < events) {
            sent++;
            connection.send(Events.padded(sent, size), null, Integer.toString(sent), this);
        } else if (ends) {
            connection.shutdown();
        }
    }

    @Override
    public void done(ServerSentEventConnection connection, String data, String event, String id) {
        next(connection);
    }

    @Override
    public void failed(ServerSentEventConnection connection, String data, String event, String id, IOException gone) {
        // nobody is left to tell
    }
}
