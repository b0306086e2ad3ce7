package io.sseagent.core.audience;

/**
 * The keys that come most often, in fixed memory (Space-Saving, Metwally 2005): one that takes the place of the rarest inherits its count,
 * which {@link #atLeast} leaves out again. A key with more than a {@value #PLACES}th of all is certain to be among them. Not thread-safe.
 */
final class HeavyKeys {
    private static final int PLACES = 32;

    private final long[] keys = new long[PLACES];
    private final int[] counts = new int[PLACES];
    private final int[] inherited = new int[PLACES];
    private int used;

    void add(long key) {
        int place = place(key);
        if (place < 0) {
            place = used < PLACES ? used++ : rarest();
            keys[place] = key;
            inherited[place] = counts[place];
        }
        counts[place]++;
    }

    private int place(long key) {
        for (int i = 0; i < used; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    private int rarest() {
        int rarest = 0;
        for (int i = 1; i < PLACES; i++) {
            rarest = counts[i] < counts[rarest] ? i : rarest;
        }
        return rarest;
    }

    /** How often the key came, at least. */
    int atLeast(long key) {
        int place = place(key);
        return place < 0 ? 0 : counts[place] - inherited[place];
    }

    int size() {
        return used;
    }

    long key(int place) {
        return keys[place];
    }
}
