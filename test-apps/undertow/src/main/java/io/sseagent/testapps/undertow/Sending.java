package io.sseagent.testapps.undertow;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/** {@code ?events=N&size=S&interval=ms}: N events by a sender that calls back, as one buffer and as several in turn. */
final class Sending implements IoCallback, Runnable {
    private final HttpServerExchange exchange;
    private final int events;
    private final int size;
    private final int intervalMillis;
    private int sent;

    private Sending(HttpServerExchange exchange) {
        Query query = new Query(exchange);
        this.exchange = exchange;
        this.events = query.number("events", 10);
        this.size = query.number("size", 32);
        this.intervalMillis = query.number("interval", 0);
    }

    static void handle(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, Events.EVENT_STREAM);
        exchange.dispatch(SameThreadExecutor.INSTANCE, new Sending(exchange));
    }

    @Override
    public void run() {
        if (sent == events) {
            exchange.endExchange();
            return;
        }
        sent++;
        byte[] event = Events.numbered(sent, size).getBytes(Events.UTF_8);
        Sender sender = exchange.getResponseSender();
        if (sent % 2 == 0) {
            sender.send(ByteBuffer.wrap(event), this);
        } else {
            int middle = event.length / 2;
            ByteBuffer direct = ByteBuffer.allocateDirect(event.length - middle);
            direct.put(event, middle, event.length - middle).flip();
            sender.send(new ByteBuffer[] {ByteBuffer.wrap(event, 0, middle), direct}, this);
        }
    }

    @Override
    public void onComplete(HttpServerExchange same, Sender sender) {
        if (intervalMillis > 0) {
            same.getIoThread().executeAfter(this, intervalMillis, TimeUnit.MILLISECONDS);
        } else {
            same.dispatch(same.getIoThread(), this);
        }
    }

    @Override
    public void onException(HttpServerExchange same, Sender sender, IOException clientGone) {
        same.endExchange();
    }
}
