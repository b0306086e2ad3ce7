package io.sseagent.testapps.netty;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Responses that go on when somebody asks for it. Thread-safe. */
final class HeldResponses {
    private static final Queue<Runnable> HELD = new ConcurrentLinkedQueue<>();

    private HeldResponses() {}

    /**
     * {@code ?type=&text=&times=N}: the head and one text, then N more when it is released. With {@code length=1} the body has a length, with
     * {@code head=0} all of it has to wait. Prints {@code HELD=} with the number of those that wait.
     */
    static void hold(Channel channel, HttpRequest request, Query query) {
        String text = query.text("text", "data: held\n\n");
        int times = query.number("times", 2);
        int length = query.number("length", 0) == 0 ? -1 : (times + 1) * text.length();
        String type = query.text("type", "text/event-stream");
        if (query.number("head", 1) == 0) {
            HELD.add(() -> send(EventWriter.open(channel, request, type, length), text, times + 1));
        } else {
            EventWriter writer = EventWriter.open(channel, request, type, length);
            writer.send(text);
            HELD.add(() -> send(writer, text, times));
        }
        System.out.println("HELD=" + HELD.size());
    }

    private static void send(EventWriter writer, String text, int times) {
        for (int i = 0; i < times; i++) {
            writer.send(text);
        }
        writer.end();
    }

    static void release() {
        for (Runnable next = HELD.poll(); next != null; next = HELD.poll()) {
            next.run();
        }
    }
}
