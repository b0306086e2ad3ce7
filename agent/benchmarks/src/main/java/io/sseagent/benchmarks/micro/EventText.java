package io.sseagent.benchmarks.micro;

import java.nio.charset.StandardCharsets;

/** The bytes that the benchmarks feed: the same events as the applications of the overhead run send. */
final class EventText {
    private static final String HEAD = "event: tick\ndata: ";
    private static final String TAIL = "\n\n";

    private EventText() {}

    /** One event of exactly {@code sizeBytes}, its data on one line. */
    static byte[] oneEvent(int sizeBytes) {
        StringBuilder text = new StringBuilder(sizeBytes).append(HEAD);
        while (text.length() < sizeBytes - TAIL.length()) {
            text.append((char) ('a' + text.length() % 26));
        }
        return text.append(TAIL).toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Events of {@code eventBytes} one after the other, cut off at {@code sizeBytes} wherever that falls. */
    static byte[] manyEvents(int eventBytes, int sizeBytes) {
        byte[] event = oneEvent(eventBytes);
        byte[] text = new byte[sizeBytes];
        for (int i = 0; i < sizeBytes; i++) {
            text[i] = event[i % eventBytes];
        }
        return text;
    }
}
