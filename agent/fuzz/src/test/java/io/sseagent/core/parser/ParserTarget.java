package io.sseagent.core.parser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Any bytes, in any memory, cut anywhere: the parser reports what the slow reading of the standard does. */
public final class ParserTarget {
    private static final Memory[] MEMORIES = Memory.values();

    private ParserTarget() {}

    /** The first byte says how the others are cut. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] stream = Arrays.copyOfRange(input, 1, input.length);
        List<String> expected = ReferenceParser.calls(stream);
        List<String> actual = parse(stream, new Random(input[0]));
        if (!actual.equals(expected)) {
            throw new AssertionError("read as " + actual + " instead of " + expected + ": "
                    + new String(stream, StandardCharsets.ISO_8859_1));
        }
    }

    private static List<String> parse(byte[] stream, Random random) {
        RecordingListener listener = new RecordingListener();
        EventStreamParser parser = new EventStreamParser(listener);
        int longestSlice = 1 + random.nextInt(stream.length + 1);
        int from = 0;
        while (from < stream.length) {
            int to = Math.min(stream.length, from + 1 + random.nextInt(longestSlice));
            MEMORIES[random.nextInt(MEMORIES.length)].feedSlice(parser, stream, from, to);
            from = to;
        }
        parser.end();
        return listener.calls;
    }
}
