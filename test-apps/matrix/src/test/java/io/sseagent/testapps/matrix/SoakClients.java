package io.sseagent.testapps.matrix;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Thousands of clients on one thread, who come, listen, and go as {@link SoakVisit} says. */
final class SoakClients implements AutoCloseable {
    private static final int COMING_PER_SECOND = 300;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long LONGEST_WAIT_MILLIS = 100;

    private final SoakCounts counts = new SoakCounts();
    private final PriorityQueue<SoakSeat> seats = new PriorityQueue<>(Comparator.comparingLong(SoakSeat::dueNanos));
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Selector selector;
    private final Thread thread = new Thread(this::run, "soak-clients");
    private volatile boolean leaving;

    private SoakClients(InetSocketAddress server, int number) throws IOException {
        selector = Selector.open();
        long now = System.nanoTime();
        for (int i = 0; i < number; i++) {
            seats.add(new SoakSeat(i, server, counts, now + TimeUnit.SECONDS.toNanos(i) / COMING_PER_SECOND));
        }
    }

    /** So many of them, who come one after the other. */
    static SoakClients of(InetSocketAddress server, int number) throws IOException {
        SoakClients clients = new SoakClients(server, number);
        clients.thread.start();
        return clients;
    }

    SoakCounts counts() {
        return counts;
    }

    private void run() {
        try {
            while (!leaving) {
                selector.select(this::ready, waitMillis());
                while (seats.peek().dueNanos() - System.nanoTime() <= 0) {
                    SoakSeat seat = seats.remove();
                    seat.due(selector, buffer);
                    seats.add(seat);
                }
            }
            for (SoakSeat seat : seats) {
                seat.leave();
            }
            selector.close();
        } catch (IOException | RuntimeException failed) {
            counts.wrong("the clients failed: " + failed);
        }
    }

    private long waitMillis() {
        long wait = TimeUnit.NANOSECONDS.toMillis(seats.peek().dueNanos() - System.nanoTime());
        return Math.max(1, Math.min(wait, LONGEST_WAIT_MILLIS));
    }

    private void ready(SelectionKey key) {
        SoakSeat seat = (SoakSeat) key.attachment();
        long before = seat.dueNanos();
        try {
            seat.ready(buffer);
        } catch (IOException notClosed) {
            counts.wrong("a client failed: " + notClosed);
        }
        if (seat.dueNanos() != before && seats.remove(seat)) {
            seats.add(seat);
        }
    }

    /** Everybody leaves at once. */
    @Override
    public void close() {
        leaving = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
