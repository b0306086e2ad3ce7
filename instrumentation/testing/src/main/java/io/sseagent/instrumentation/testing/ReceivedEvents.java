package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a browser would have made of a body, read in the plainest way from the WHATWG text: the whole body as one string, cut into
 * lines, line by line. It shares no code with the agent's parser. Immutable.
 *
 * @param byType dispatched events by type
 * @param comments comment lines
 * @param withoutData blocks that ended with fields and without data
 * @param truncated 1 if the end cut a block off, else 0
 */
public record ReceivedEvents(Map<String, Integer> byType, int comments, int withoutData, int truncated) {

    /** Events of all types. */
    public int count() {
        return byType.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Reads the whole body of a response. */
    public static ReceivedEvents in(byte[] body) {
        String text = new String(body, UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        Map<String, Integer> byType = new TreeMap<>();
        int comments = 0;
        int withoutData = 0;
        int fields = 0;
        boolean data = false;
        String type = "";
        // the last piece has no line end behind it
        for (int i = 0; i < lines.length - 1; i++) {
            String line = lines[i];
            if (line.isEmpty()) {
                if (data) {
                    byType.merge(type.isEmpty() ? "message" : type, 1, Integer::sum);
                } else if (fields > 0) {
                    withoutData++;
                }
                fields = 0;
                data = false;
                type = "";
            } else if (line.startsWith(":")) {
                comments++;
            } else {
                fields++;
                data |= name(line).equals("data");
                type = name(line).equals("event") ? value(line) : type;
            }
        }
        String rest = lines[lines.length - 1];
        boolean cut = fields > 0 || !(rest.isEmpty() || rest.startsWith(":"));
        return new ReceivedEvents(byType, comments, withoutData, cut ? 1 : 0);
    }

    private static String name(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    private static String value(String line) {
        int colon = line.indexOf(':');
        String value = colon < 0 ? "" : line.substring(colon + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
