package io.sseagent.bootstrap;

/** The request headers that the model reads, by index: a few of its own, then those that a configuration asks for. Thread-safe. */
final class HeaderNames {
    private static final int MOST = 16;

    /** Grows before the first stream opens, if at all. */
    private static volatile String[] names = {
        "Last-Event-ID", "X-Reconnect-Timestamp", "User-Agent", "X-Forwarded-For", "Authorization", "traceparent"
    };

    private HeaderNames() {}

    static int count() {
        return names.length;
    }

    static String get(int index) {
        return names[index];
    }

    /** The index of the name, whatever its case; -1 if there is no room for it. */
    static synchronized int add(String name) {
        String[] known = names;
        for (int i = 0; i < known.length; i++) {
            if (known[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        if (known.length == MOST) {
            return -1;
        }
        String[] more = new String[known.length + 1];
        System.arraycopy(known, 0, more, 0, known.length);
        more[known.length] = name;
        names = more;
        return known.length;
    }
}
