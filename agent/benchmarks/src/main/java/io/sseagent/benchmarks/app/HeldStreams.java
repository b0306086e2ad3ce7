package io.sseagent.benchmarks.app;

import java.util.ArrayList;
import java.util.List;

/** The streams that stay open until the process ends, and a writer that sends to them in turn. Thread-safe. */
final class HeldStreams {

    /** One of them. */
    interface HeldStream {
        /** Sends an event and flushes it. */
        void send(String event);
    }

    // Guarded by this.
    private final List<HeldStream> streams = new ArrayList<>();

    synchronized void add(HeldStream stream) {
        streams.add(stream);
    }

    private synchronized List<HeldStream> open() {
        return new ArrayList<>(streams);
    }

    /** Sends {@code events} events in all, to one stream after the other. */
    void broadcast(int events) {
        String event = EventText.ofBytes(EventText.DEFAULT_BYTES);
        List<HeldStream> targets = open();
        for (int sent = 0; sent < events; sent++) {
            targets.get(sent % targets.size()).send(event);
        }
    }
}
