package io.sseagent.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GatheredWriteTest {
    private final EndedStream stream = new EndedStream();

    @Test
    void whatWasTakenOfEachBufferIsToldInItsOrder() {
        ByteBuffer[] buffers = {buffer("none"), buffer("-one"), buffer("two"), buffer("three"), buffer("none")};
        buffers[1].position(1);

        byte[] positions = GatheredWrite.begin(buffers, 1, 3);
        buffers[1].position(4);
        buffers[2].position(3);
        buffers[3].position(2);
        GatheredWrite.wrote(stream, buffers, 1, 3, positions);

        assertThat(stream.text).isEqualTo("onetwoth");
    }

    @Test
    void whatWasNotTakenIsNotTold() {
        ByteBuffer[] buffers = {buffer("one"), buffer("two")};

        GatheredWrite.wrote(stream, buffers, 0, 2, GatheredWrite.begin(buffers, 0, 2));

        assertThat(stream.text).isEmpty();
    }

    @Test
    void positionsBeyondAByteAndBuffersBeyondTheLentArrayAreKept() {
        ByteBuffer[] buffers = new ByteBuffer[5000];
        Arrays.fill(buffers, ByteBuffer.allocate(0));
        buffers[4999] = ByteBuffer.allocate(1 << 20).put((1 << 20) - 1, (byte) 'x');
        buffers[4999].position((1 << 20) - 1);

        byte[] positions = GatheredWrite.begin(buffers, 0, 5000);
        buffers[4999].position(1 << 20);
        GatheredWrite.wrote(stream, buffers, 0, 5000, positions);

        assertThat(stream.text).isEqualTo("x");
    }

    @Test
    void theArrayIsGivenBack() {
        ByteBuffer[] buffers = {buffer("one")};
        byte[] first = GatheredWrite.begin(buffers, 0, 1);
        GatheredWrite.wrote(stream, buffers, 0, 1, first);

        assertThat(GatheredWrite.begin(buffers, 0, 1)).isSameAs(first);
        GatheredWrite.wrote(stream, buffers, 0, 1, first);
    }

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(text.getBytes(US_ASCII));
    }
}
