package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The hostile crowd of {@link MillionStreamsTest}, in a JVM with a small heap: a million streams, nothing about one like that of
 * another. Every second one stays open, most of them for good. Prints the heap on the way and what a reading finds at the end.
 */
final class MillionStreams {
    static final int OPENS = 1_000_000;
    static final int FLAT_FROM = 200_000;
    static final int STREAMS = 10_000;
    static final int CLIENTS = 5_000;
    static final int ROUTES = 20;
    static final int TYPES = 10;
    static final String SETTINGS = "streams.max=" + STREAMS + ",reconnect.clients.max=" + CLIENTS + ",routes.max="
            + ROUTES + ",event.types.max=" + TYPES + ",stream.memory.max=256,reconnect.window=24h";
    private static final int OPENS_PER_TICK = 1_000;
    private static final int CLOSES_ONE = 4;
    private static final CloseReason[] REASONS = CloseReason.values();

    private final Random random = new Random(42);
    private final GivenModel given = new GivenModel(SETTINGS);
    /** As a server's responses hold them. */
    private final List<SseStream> open = new ArrayList<>();

    private MillionStreams() {}

    public static void main(String[] args) {
        new MillionStreams().run();
    }

    private void run() {
        for (int i = 1; i <= OPENS; i++) {
            SseStream stream = given.open(request());
            send(stream);
            if (i % 2 == 0) {
                close(stream);
            } else if (stream instanceof LiveStream) {
                open.add(stream);
            }
            if (i % CLOSES_ONE == 0) {
                // makes room for another, else the bound of the streams would spare all others
                close(open.remove(random.nextInt(open.size())));
            }
            if (i % OPENS_PER_TICK == 0) {
                given.clock.advanceSeconds(1);
                given.model.tick();
            }
            if (i % FLAT_FROM == 0) {
                System.out.println("heap " + i + " " + UsedHeap.bytes());
            }
        }
        print();
    }

    private void close(SseStream stream) {
        stream.evidence(REASONS[random.nextInt(REASONS.length)]);
        stream.close();
    }

    private StreamRequest request() {
        return new StreamRequest("tomcat")
                .line(random.nextBoolean() ? "GET" : word(), path(), "HTTP/" + random.nextInt(4), word())
                .elapsedNanos(random.nextInt(1 << random.nextInt(30)))
                .header(StreamRequest.USER_AGENT, word())
                .header(StreamRequest.FORWARDED_FOR, word())
                .header(StreamRequest.AUTHORIZATION, word())
                .header(
                        StreamRequest.RECONNECT_TIMESTAMP,
                        Long.toString(given.clock.epochMillis() - random.nextInt(1 << 20)))
                .header(StreamRequest.LAST_EVENT_ID, word())
                .header(StreamRequest.TRACEPARENT, "00-" + hex() + hex() + "-" + hex() + "-01");
    }

    /** One that many ask for, so that every method and protocol comes to it; or one that nobody else asks for. */
    private String path() {
        if (random.nextBoolean()) {
            return "/feeds/" + (char) ('a' + random.nextInt(26));
        }
        return "/" + word() + "/" + random.nextInt() + "/" + word();
    }

    private void send(SseStream stream) {
        for (int i = 0; i < 2; i++) {
            given.clock.advanceMillis(random.nextInt(4));
            byte[] bytes = ("id: " + word() + "\nevent: " + word() + "\ndata: " + word() + "\n\n")
                    .getBytes(StandardCharsets.UTF_8);
            stream.wrote(bytes, 0, bytes.length, given.clock.nanos());
            stream.flushed();
        }
    }

    /** Letters alone, so that it does not look like an identifier. */
    private String word() {
        char[] letters = new char[4 + random.nextInt(20)];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (char) ('a' + random.nextInt(26));
        }
        return new String(letters);
    }

    private String hex() {
        return String.format("%016x", random.nextLong() | 1);
    }

    private void print() {
        List<EndpointSnapshot> snapshots = given.model.read();
        long opened = 0;
        long events = 0;
        long series = 0;
        for (EndpointSnapshot snapshot : snapshots) {
            for (OpenKind kind : OpenKind.values()) {
                opened += snapshot.totals().openedCount(kind);
            }
            events += snapshot.totals().streams().events();
            series += GivenModel.events(snapshot).size();
        }
        System.out.println("endpoints " + snapshots.size());
        System.out.println("eventSeries " + series);
        System.out.println("opened " + opened);
        System.out.println("events " + events);
        System.out.println("tracked " + given.model.tracked());
        System.out.println("held " + open.size());
        given.health.overflows().forEach((label, count) -> System.out.println("overflow " + label + " " + count));
    }
}
