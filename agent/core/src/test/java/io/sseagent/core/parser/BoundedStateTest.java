package io.sseagent.core.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoundedStateTest {
    private static final int MEGABYTE = 1 << 20;

    private final RecordingListener listener = new RecordingListener();
    private final EventStreamParser parser = new EventStreamParser(listener);

    @Test
    void anEventOfFiveMegabytesOnOneLineIsOneEvent() {
        byte[] megabyte = new byte[MEGABYTE];
        Arrays.fill(megabyte, (byte) 'x');

        feed("data: ");
        for (int i = 0; i < 5; i++) {
            parser.feed(megabyte, 0, MEGABYTE);
        }
        assertThat(listener.calls).isEmpty();
        feed("\n\ndata: small\n\n");

        assertThat(listener.calls)
                .containsExactly(
                        RecordingListener.event("", 5 * MEGABYTE, 6 + 5 * MEGABYTE + 2),
                        RecordingListener.event("", 5, 13));
    }

    @Test
    void aLineThatNeverEndsIsATruncatedBlock() {
        byte[] megabyte = new byte[MEGABYTE];
        Arrays.fill(megabyte, (byte) 'x');

        for (int i = 0; i < 5; i++) {
            parser.feed(megabyte, 0, MEGABYTE);
        }
        parser.end();

        assertThat(listener.calls).containsExactly(RecordingListener.truncated(Field.UNKNOWN.mask(), 5 * MEGABYTE));
    }

    @Test
    void idsOfUpTo64BytesAreKeptWhole() {
        feed("id:" + "i".repeat(64) + "\n\n");

        assertThat(parser.lastEventId().overflowed()).isFalse();
        assertThat(parser.lastEventId().length()).isEqualTo(64);
        assertThat(parser.lastEventId().toString()).isEqualTo("i".repeat(64));
    }

    @Test
    void longerIdsKeepTheirStartAndDifferByTheirHash() {
        long shortHash = hashOfId("i".repeat(64));
        long longHash = hashOfId("i".repeat(100) + "a");

        assertThat(parser.lastEventId().overflowed()).isTrue();
        assertThat(parser.lastEventId().length()).isEqualTo(64);
        assertThat(parser.lastEventId().toString()).isEqualTo("i".repeat(64));
        assertThat(longHash).isNotEqualTo(shortHash);
        assertThat(hashOfId("i".repeat(100) + "b")).isNotEqualTo(longHash);
        assertThat(hashOfId("i".repeat(100) + "a")).isEqualTo(longHash);
    }

    @Test
    void theHashIsFnv1aOfAllBytes() {
        assertThat(hashOfId("")).isEqualTo(0xcbf29ce484222325L);
        assertThat(hashOfId("a")).isEqualTo(0xaf63dc4c8601ec8cL);
        assertThat(hashOfId("foobar")).isEqualTo(0x85944171f73967e8L);
    }

    @Test
    void anOverflowIsForgottenByTheNextIds() {
        hashOfId("i".repeat(100));

        // The copies take turns.
        for (String id : new String[] {"1", "2", "3", "4"}) {
            hashOfId(id);
            assertThat(parser.lastEventId().overflowed()).isFalse();
            assertThat(parser.lastEventId().toString()).isEqualTo(id);
        }
    }

    @Test
    void aNulFarBehindTheBoundStillVoidsTheId() {
        feed("id:good\n\nid:" + "i".repeat(1000) + "\0\n\n");

        assertThat(parser.lastEventId().toString()).isEqualTo("good");
    }

    @Test
    void anIdOfATruncatedBlockIsNotCommitted() {
        feed("id:good\n\nid:lost\ndata:x\n");
        parser.end();

        assertThat(parser.lastEventId().toString()).isEqualTo("good");
    }

    @Test
    void aLongTypeKeepsItsStart() {
        feed("event:" + "t".repeat(65) + "\ndata:x\n\n");

        assertThat(listener.calls).containsExactly(RecordingListener.event("t".repeat(64), 1, 80));
    }

    private long hashOfId(String id) {
        feed("id:" + id + "\n\n");
        return parser.lastEventId().hash();
    }

    private void feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        parser.feed(bytes, 0, bytes.length);
    }
}
