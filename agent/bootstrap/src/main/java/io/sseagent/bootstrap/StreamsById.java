package io.sseagent.bootstrap;

/** The open event streams of one connection by the number of their HTTP stream: open addressing, no boxes. For one thread. */
final class StreamsById {
    private static final int FIRST_CAPACITY = 2;

    private int[] ids = new int[FIRST_CAPACITY];
    private SseStream[] streams = new SseStream[FIRST_CAPACITY];
    private int size;

    /** Null if there is none. */
    SseStream get(int id) {
        int slot = slot(id);
        return streams[slot];
    }

    /** Takes the place of one that has this number. */
    void put(int id, SseStream stream) {
        // one slot stays empty, so that every search ends
        if (size + 1 == streams.length) {
            grow();
        }
        int slot = slot(id);
        if (streams[slot] == null) {
            size++;
        }
        ids[slot] = id;
        streams[slot] = stream;
    }

    SseStream remove(int id) {
        int slot = slot(id);
        SseStream removed = streams[slot];
        if (removed != null) {
            streams[slot] = null;
            size--;
            closeGap(slot);
        }
        return removed;
    }

    /** What was put behind the gap because of it moves up. */
    private void closeGap(int gap) {
        int mask = streams.length - 1;
        for (int slot = (gap + 1) & mask; streams[slot] != null; slot = (slot + 1) & mask) {
            SseStream moved = streams[slot];
            streams[slot] = null;
            int place = slot(ids[slot]);
            ids[place] = ids[slot];
            streams[place] = moved;
        }
    }

    /** Any of them, or null if there is none. */
    SseStream removeAny() {
        for (int slot = 0; size > 0 && slot < streams.length; slot++) {
            if (streams[slot] != null) {
                return remove(ids[slot]);
            }
        }
        return null;
    }

    void evidence(CloseReason reason) {
        for (SseStream stream : streams) {
            if (stream != null) {
                stream.evidence(reason);
            }
        }
    }

    /** Where a number is, or would be. */
    private int slot(int id) {
        int mask = streams.length - 1;
        // clients' numbers are odd
        int slot = (id >>> 1) & mask;
        while (streams[slot] != null && ids[slot] != id) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldIds = ids;
        SseStream[] oldStreams = streams;
        ids = new int[oldIds.length * 2];
        streams = new SseStream[oldStreams.length * 2];
        for (int i = 0; i < oldStreams.length; i++) {
            if (oldStreams[i] != null) {
                int slot = slot(oldIds[i]);
                ids[slot] = oldIds[i];
                streams[slot] = oldStreams[i];
            }
        }
    }
}
