package io.sseagent.core.stream;

import java.util.Arrays;

/** The open streams of one endpoint; adding, removing and copying are cheap at any size. Guarded by its endpoint. */
final class LiveSet {
    private static final int INITIAL = 8;

    private StreamRef[] streams = new StreamRef[INITIAL];
    private int size;

    void add(StreamRef stream) {
        if (size == streams.length) {
            streams = Arrays.copyOf(streams, size * 2);
        }
        stream.place = size;
        streams[size++] = stream;
    }

    /** False if it is not (or no longer) here. */
    boolean remove(StreamRef stream) {
        if (stream.place < 0 || stream.place >= size || streams[stream.place] != stream) {
            return false;
        }
        StreamRef last = streams[--size];
        streams[stream.place] = last;
        last.place = stream.place;
        streams[size] = null;
        stream.place = -1;
        if (size >= INITIAL && size < streams.length / 4) {
            streams = Arrays.copyOf(streams, streams.length / 2);
        }
        return true;
    }

    StreamRef[] copy() {
        return Arrays.copyOf(streams, size);
    }

    int size() {
        return size;
    }

    long events() {
        long events = 0;
        for (int i = 0; i < size; i++) {
            events += streams[i].counters.events();
        }
        return events;
    }
}
