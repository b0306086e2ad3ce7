package io.sseagent.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldLinesTest {
    private final FieldLines lines = new FieldLines();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: one\n\n",
                "data:one\r\n\r\n",
                "data: one\r\r",
                "id: 1\nevent: tick\ndata: one\ndata:\n\n",
                "retry: 1000\n\n",
                ":\n\n",
                ": still here\n\n",
                "\n\ndata: after blank lines\n\n",
                "data: one\n\ndata: two\n\n",
                "data: one\n\n\n"
            })
    void blocksOfFieldsAndCommentsAreAnEventStream(String text) {
        assertThat(read(text)).isTrue();
        assertThat(lines.endedBlock()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": 1}\n\n",
                "hello\n\n",
                "data\n\n",
                "database: x\n\n",
                "Data: x\n\n",
                " data: x\n\n",
                "data: x\n  y: 1\n\n",
                "id: 1\nname: x\n\n",
                "da\nta: x\n\n",
                "events: x\n\n",
                "ä: x\n\n",
                "dat\0: x\n\n"
            })
    void whatHasAnyOtherLineIsNone(String text) {
        assertThat(read(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "\n\n\r\n", "data: one", "data: one\n", "data: one\r\n", "data: one\n\nid", "dat"})
    void withoutTheEndOfABlockNothingIsSaid(String text) {
        assertThat(read(text)).isTrue();
        assertThat(lines.endedBlock()).isFalse();
    }

    @Test
    void afterAFalseStartNothingIsLeftOfIt() {
        assertThat(read("data: one\nanother")).isFalse();
        lines.begin();
        assertThat(read("\n")).isTrue();
        assertThat(lines.endedBlock()).isFalse();
        assertThat(read("data: two\n\n")).isTrue();
        assertThat(lines.endedBlock()).isTrue();
    }

    private boolean read(String text) {
        for (byte next : text.getBytes(UTF_8)) {
            if (!lines.read(next)) {
                return false;
            }
        }
        return true;
    }
}
