package io.sseagent.core.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random streams, randomly cut, in random memory: the parser must agree with the slow reading of the standard. */
class RandomStreamsTest {
    private static final int STREAMS = 60_000;
    private static final int MAX_STEPS = 30;
    private static final List<String> LINE_ENDS = List.of("\n", "\r", "\r\n", "\n\n", "\r\r", "\r\n\r\n", "\n\r");
    private static final List<String> NAMES =
            List.of("data", "event", "id", "retry", "", "da", "Data", "eventid", "x\0");
    private static final List<String> COLONS = List.of(":", ": ", ":  ", "::", "", " :");
    private static final List<String> VALUES = List.of(
            "", "0", "7", "999999999", "x", "\0", "\t", "a string of thirty-nine characters or so", "y\u000B\f");
    private static final List<String> MULTI_BYTES = List.of(
            "\u00EF\u00BB\u00BF", "\u00EF", "\u00BB\u00BF", "\u00C2\u0085", "\u00E2\u0080\u00A8", "\u00FF\u0080");

    private static final List<String> KINDS = List.of(
            "event '' of 0",
            "event '' of [1-9]",
            "event '[^']",
            "id ''",
            "id '[^']",
            "comment",
            "retry",
            "no data",
            "truncated");

    @Test
    void agreesWithTheReferenceParser() {
        List<String> allCalls = new ArrayList<>();
        for (int seed = 0; seed < STREAMS; seed++) {
            byte[] stream = randomStream(new Random(seed));
            List<String> expected = ReferenceParser.calls(stream);
            assertThat(parseCut(stream, new Random(~seed)))
                    .as("seed %d, %s", seed, new String(stream, StandardCharsets.ISO_8859_1))
                    .isEqualTo(expected);
            allCalls.addAll(expected);
        }
        // Guards the generator: a change of the tokens must not leave some rule unvisited.
        for (String kind : KINDS) {
            Pattern pattern = Pattern.compile(kind);
            assertThat(allCalls.stream()
                            .filter(call -> pattern.matcher(call).lookingAt())
                            .count())
                    .as(kind)
                    .isGreaterThan(500);
        }
    }

    private static byte[] randomStream(Random random) {
        StringBuilder stream = new StringBuilder(random.nextInt(4) == 0 ? "\u00EF\u00BB\u00BF" : "");
        int steps = random.nextInt(MAX_STEPS);
        for (int i = 0; i < steps; i++) {
            appendTokens(stream, random);
        }
        return stream.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Half of the time a line, so that events come about, and else a token in a place where it may not belong. */
    private static void appendTokens(StringBuilder stream, Random random) {
        int kind = random.nextInt(10);
        if (kind < 5) {
            stream.append(any(NAMES, random))
                    .append(any(COLONS, random))
                    .append(any(VALUES, random))
                    .append(any(LINE_ENDS, random));
        } else {
            stream.append(
                    any(List.of(LINE_ENDS, NAMES, COLONS, VALUES, MULTI_BYTES).get(kind - 5), random));
        }
    }

    private static String any(List<String> tokens, Random random) {
        return tokens.get(random.nextInt(tokens.size()));
    }

    private static List<String> parseCut(byte[] stream, Random random) {
        RecordingListener listener = new RecordingListener();
        EventStreamParser parser = new EventStreamParser(listener);
        int longestSlice = 1 + random.nextInt(stream.length + 1);
        int from = 0;
        while (from < stream.length) {
            int to = Math.min(stream.length, from + random.nextInt(longestSlice + 1));
            Memory memory = Memory.values()[random.nextInt(Memory.values().length)];
            memory.feedSlice(parser, stream, from, to);
            from = to;
        }
        parser.end();
        return listener.calls;
    }
}
