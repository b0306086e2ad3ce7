package io.sseagent.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    private static final String COUNTED = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: 1\r\n\r\nhello";
    private static final String CHUNKED =
            "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n9\r\ndata: 0\n\n\r\n0\r\n\r\n";

    private final ResponseReader reader = new ResponseReader();

    private int read(String text) {
        return reader.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(strings = {COUNTED, CHUNKED})
    void oneAfterTheOtherEndsWhereverTheyAreCut(String response) {
        for (int cut = 0; cut <= response.length(); cut++) {
            int ended = read(response.substring(0, cut));
            ended += read(response.substring(cut));
            assertThat(ended).as("cut at %d", cut).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {COUNTED, CHUNKED})
    void byteByByteItEndsWithTheLast(String response) {
        for (int i = 0; i < response.length(); i++) {
            assertThat(read(response.substring(i, i + 1)))
                    .as("byte %d", i)
                    .isEqualTo(i == response.length() - 1 ? 1 : 0);
        }
    }

    @Test
    void aResponseHasBegunWithItsHead() {
        read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r");
        assertThat(reader.hasBegun()).isFalse();

        read("\n");
        assertThat(reader.hasBegun()).isTrue();
    }

    @Test
    void responsesWithALengthMayShareARead() {
        assertThat(read(COUNTED + COUNTED + COUNTED)).isEqualTo(3);
    }

    @Test
    void anErrorIsNoWork() {
        assertThatIllegalStateException()
                .isThrownBy(() -> read("HTTP/1.1 500 \r\nContent-Length: 0\r\n\r\n"))
                .withMessageContaining("500");
    }
}
