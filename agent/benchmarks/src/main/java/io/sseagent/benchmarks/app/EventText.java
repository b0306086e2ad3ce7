package io.sseagent.benchmarks.app;

/** The events that the applications send. */
final class EventText {
    /** The type of every event. */
    static final String TYPE = "tick";
    /** Of one event on the wire, its blank line included. */
    static final int DEFAULT_BYTES = 100;

    private static final String HEAD = "event: " + TYPE + "\ndata: ";
    private static final String TAIL = "\n\n";

    private EventText() {}

    /** The data of an event that is {@code sizeBytes} on the wire. */
    static String data(int sizeBytes) {
        int length = sizeBytes - HEAD.length() - TAIL.length();
        StringBuilder data = new StringBuilder(length);
        while (data.length() < length) {
            data.append((char) ('a' + data.length() % 26));
        }
        return data.toString();
    }

    /** The whole event. */
    static String ofBytes(int sizeBytes) {
        return of(data(sizeBytes));
    }

    static String of(String data) {
        return HEAD + data + TAIL;
    }
}
