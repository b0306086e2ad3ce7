package io.sseagent.testapps.ktor;

/** Events as text. Stateless. */
final class Events {
    static final int SMALL = 32;

    private Events() {}

    /** From 1 to {@code events}. */
    static String numbered(int events, int size) {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= events; number++) {
            text.append(one(number, size));
        }
        return text.toString();
    }

    /** Data that starts with the number and has {@code size} characters, or as many as the number needs. */
    static String one(int number, int size) {
        String start = Integer.toString(number);
        return "id: " + start + "\ndata: " + start + ".".repeat(Math.max(0, size - start.length())) + "\n\n";
    }

    /** One event of each type after one {@code retry:}. */
    static String typed(String types, int retryMillis) {
        StringBuilder text = new StringBuilder("retry: " + retryMillis + "\n\n");
        int id = 0;
        for (String type : types.split(",")) {
            id++;
            text.append("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n");
        }
        return text.toString();
    }

    /** The last one says {@code [DONE]}. */
    static String answer(int events) {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number < events; number++) {
            text.append("data: {\"token\":\"t" + number + "\"}\n\n");
        }
        return text.append("data: [DONE]\n\n").toString();
    }
}
