package io.sseagent.core.parser;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The oracle: takes the whole stream at once and follows the WHATWG text sentence by sentence, without a thought of
 * speed. Text here has one character per byte, so that lengths are those of the wire.
 */
final class ReferenceParser {
    private final List<String> calls = new ArrayList<>();
    private String rest;

    private int blockBytes;
    private int fields;
    private String data = "";
    private String eventType = "";
    private String lastEventId = "";
    private boolean sawId;

    private ReferenceParser(String stream) {
        rest = stream.startsWith("\u00EF\u00BB\u00BF") ? stream.substring(3) : stream;
    }

    static List<String> calls(byte[] stream) {
        ReferenceParser parser = new ReferenceParser(new String(stream, StandardCharsets.ISO_8859_1));
        parser.parse();
        return parser.calls;
    }

    private void parse() {
        int end = firstLineEnd();
        while (end >= 0) {
            String line = rest.substring(0, end);
            int terminatorBytes = rest.startsWith("\r\n", end) ? 2 : 1;
            rest = rest.substring(end + terminatorBytes);
            blockBytes += line.length() + terminatorBytes;
            if (line.isEmpty()) {
                // The size of a block does not know of the LF after the CR that ended it.
                blockBytes -= terminatorBytes - 1;
                dispatch();
            } else if (line.startsWith(":")) {
                calls.add("comment");
            } else {
                process(name(line), value(line));
            }
            end = firstLineEnd();
        }
        discard();
    }

    private int firstLineEnd() {
        int lf = rest.indexOf('\n');
        int cr = rest.indexOf('\r');
        return lf < 0 || cr < 0 ? Math.max(lf, cr) : Math.min(lf, cr);
    }

    private static String name(String line) {
        return line.contains(":") ? line.substring(0, line.indexOf(':')) : line;
    }

    private static String value(String line) {
        String value = line.contains(":") ? line.substring(line.indexOf(':') + 1) : "";
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    private void process(String name, String value) {
        fields |= field(name).mask();
        if (name.equals("event")) {
            eventType = value;
        } else if (name.equals("data")) {
            data += value + "\n";
        } else if (name.equals("id") && !value.contains("\0")) {
            lastEventId = value;
            sawId = true;
        } else if (name.equals("retry") && value.matches("[0-9]+")) {
            calls.add(RecordingListener.retry(saturated(value)));
        }
    }

    private static Field field(String name) {
        return switch (name) {
            case "data" -> Field.DATA;
            case "event" -> Field.EVENT;
            case "id" -> Field.ID;
            case "retry" -> Field.RETRY;
            default -> Field.UNKNOWN;
        };
    }

    private static long saturated(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    private void dispatch() {
        if (sawId) {
            calls.add(RecordingListener.id(kept(lastEventId)));
        }
        if (!data.isEmpty()) {
            calls.add(RecordingListener.event(kept(eventType), data.length() - 1, blockBytes));
        } else if (fields != 0) {
            calls.add(RecordingListener.withoutData(fields, blockBytes));
        }
        data = "";
        eventType = "";
        fields = 0;
        blockBytes = 0;
        sawId = false;
    }

    private void discard() {
        blockBytes += rest.length();
        if (!rest.isEmpty() && !rest.startsWith(":")) {
            fields |= field(name(rest)).mask();
        }
        if (fields != 0) {
            calls.add(RecordingListener.truncated(fields, blockBytes));
        }
    }

    /** What the 64 bytes that the parser keeps look like. */
    private static String kept(String bytes) {
        String start = bytes.substring(0, Math.min(64, bytes.length()));
        return new String(start.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
