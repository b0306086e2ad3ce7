package io.sseagent.core.stream;

/**
 * How many streams each client holds, by its key. Open addressing, because an entry of a map takes five times the 24 bytes: there is
 * one for each client with a stream, so the bound on streams is its bound. Thread-safe; its lock is taken at open and close.
 */
final class OpenClients {
    private static final int LEAST = 16;

    // Guarded by this; a key of 0 is a free place, and places are probed one after the other.
    private long[] keys = new long[LEAST];
    private int[] streams = new int[LEAST];
    private int clients;

    /** The streams that the client holds with this one, or 0 if it is not known, which is the client 0. */
    synchronized int opened(long client) {
        if (client == 0) {
            return 0;
        }
        if (clients * 2 >= keys.length) {
            resize(keys.length * 2);
        }
        int place = place(client);
        if (keys[place] == 0) {
            keys[place] = client;
            clients++;
        }
        return ++streams[place];
    }

    /** Takes back one {@link #opened}. */
    synchronized void closed(long client) {
        if (client == 0) {
            return;
        }
        int place = place(client);
        if (keys[place] == client && --streams[place] == 0) {
            free(place);
            clients--;
            if (keys.length > LEAST && clients * 8 < keys.length) {
                resize(keys.length / 2);
            }
        }
    }

    /** Clients that hold a stream. */
    synchronized int size() {
        return clients;
    }

    /** Where the client is, or the free place where it belongs. */
    private int place(long client) {
        int place = home(client);
        while (keys[place] != 0 && keys[place] != client) {
            place = next(place);
        }
        return place;
    }

    /** Keys are hashes already. */
    private int home(long client) {
        return (int) (client >>> 1) & (keys.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (keys.length - 1);
    }

    /** Moves up who would not be found any more behind a free place. */
    private void free(int place) {
        int free = place;
        for (int at = next(free); keys[at] != 0; at = next(at)) {
            int fromHome = (at - home(keys[at])) & (keys.length - 1);
            int fromFree = (at - free) & (keys.length - 1);
            if (fromHome >= fromFree) {
                keys[free] = keys[at];
                streams[free] = streams[at];
                free = at;
            }
        }
        keys[free] = 0;
        streams[free] = 0;
    }

    private void resize(int length) {
        long[] oldKeys = keys;
        int[] oldStreams = streams;
        keys = new long[length];
        streams = new int[length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                streams[place] = oldStreams[i];
            }
        }
    }
}
