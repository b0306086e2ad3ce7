package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.sseagent.testapps.matrix.SoakResponse.State;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ThreadLocalRandom;

/** A client's place: one connection after the other, with a pause between two. Belongs to the clients' thread. */
final class SoakSeat {
    private static final int SMALL_BUFFER_BYTES = 4096;
    private static final int SLOW_READ_BYTES = 8192;
    private static final long SLOW_READ_MILLIS = 1000;
    private static final long SHORTEST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 2000;

    private final int number;
    private final SoakVisit visit;
    private final InetSocketAddress server;
    private final SoakCounts counts;
    private SocketChannel channel;
    private SelectionKey key;
    private SoakResponse response;
    private int visits;
    private long leaveNanos;
    private long dueNanos;

    SoakSeat(int number, InetSocketAddress server, SoakCounts counts, long firstNanos) {
        this.number = number;
        this.visit = SoakVisit.of(number);
        this.server = server;
        this.counts = counts;
        this.dueNanos = firstNanos;
    }

    long dueNanos() {
        return dueNanos;
    }

    /** It is time to come, to read a little, or to leave. Sets the next time. */
    void due(Selector selector, ByteBuffer buffer) throws IOException {
        if (channel == null) {
            come(selector);
        } else if (System.nanoTime() - leaveNanos >= 0) {
            leave();
        } else {
            read(buffer.clear().limit(SLOW_READ_BYTES));
        }
    }

    private void come(Selector selector) throws IOException {
        visits++;
        response = new SoakResponse();
        leaveNanos = System.nanoTime() + MILLISECONDS.toNanos(visit.stayMillis());
        dueNanos = leaveNanos;
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        if (isSlow()) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER_BYTES);
        }
        if (visit == SoakVisit.CUT) {
            // a reset instead of an orderly end
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
        channel.connect(server);
    }

    private boolean isSlow() {
        return visit == SoakVisit.SLOW || visit == SoakVisit.DEAF;
    }

    /** The selector says that there is something to do. */
    void ready(ByteBuffer buffer) throws IOException {
        if (!key.isConnectable()) {
            read(buffer.clear());
            return;
        }
        try {
            channel.finishConnect();
            channel.write(ByteBuffer.wrap(request().getBytes(US_ASCII)));
            key.interestOps(SelectionKey.OP_READ);
        } catch (IOException refused) {
            counts.wrong(visit + " could not connect: " + refused);
            leave();
        }
    }

    private String request() {
        return "GET " + visit.address + " HTTP/1.1\r\nHost: soak\r\nAccept: text/event-stream\r\nUser-Agent: soak-"
                + number + "\r\n" + (visits > 1 ? "Last-Event-ID: " + visits + "\r\n" : "") + "\r\n";
    }

    private void read(ByteBuffer buffer) throws IOException {
        State before = response.state();
        int eventsBefore = response.events();
        int count;
        try {
            count = channel.read(buffer);
        } catch (IOException reset) {
            count = -1;
        }
        State now = response.read(buffer.flip());
        counts.events.addAndGet(response.events() - eventsBefore);
        if (before == State.HEAD && now != State.HEAD) {
            answered(now);
        }
        if (count < 0 || now == State.OVER || now == State.REFUSED) {
            ended(now);
        } else if (isSlow() && now == State.STREAMING) {
            dueNanos = visit == SoakVisit.DEAF
                    ? leaveNanos
                    : Math.min(leaveNanos, System.nanoTime() + MILLISECONDS.toNanos(SLOW_READ_MILLIS));
        }
    }

    private void answered(State now) {
        if (now == State.REFUSED) {
            return;
        }
        counts.opened.incrementAndGet();
        counts.open.incrementAndGet();
        if (isSlow()) {
            key.interestOps(0);
        }
    }

    /** The server ended it, which only some of the visits expect. */
    private void ended(State how) throws IOException {
        if (visit == SoakVisit.REDEPLOYED) {
            counts.turnedAway.addAndGet(how == State.REFUSED ? 1 : 0);
        } else if (isSlow() && how == State.STREAMING) {
            counts.timedOut.incrementAndGet();
        } else if (visit != SoakVisit.FINITE || how != State.OVER || response.events() != SoakVisit.EVENTS) {
            counts.wrong(
                    visit + " ended as " + how + " after " + response.events() + " events: " + response.statusLine());
        }
        leave();
    }

    void leave() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
            counts.open.addAndGet(response.state() == State.HEAD || response.state() == State.REFUSED ? 0 : -1);
        }
        dueNanos = System.nanoTime()
                + MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
    }
}
