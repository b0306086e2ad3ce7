package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class DeferringStreamTest {
    private final EndedStream ended = new EndedStream();
    private final SseStream stream = DeferringStream.of(ended);

    @Test
    void aCloseInsideAWriteWaitsUntilTheWriteWasTold() {
        DeferringStream.writing(stream);
        stream.evidence(CloseReason.COMPLETE);
        stream.close();
        stream.wrote(ByteBuffer.wrap(new byte[] {'x'}), 0, 1, 0);
        assertThat(ended.closed).isZero();
        DeferringStream.written(stream);

        assertThat(ended.closed).isEqualTo(1);
        assertThat(ended.text).isEqualTo("x");
        assertThat(ended.reason).isEqualTo(CloseReason.COMPLETE);
    }

    @Test
    void aWriteInsideAWriteEndsNothing() {
        DeferringStream.writing(stream);
        stream.close();
        DeferringStream.writing(stream);
        DeferringStream.written(stream);
        assertThat(ended.closed).isZero();
        DeferringStream.written(stream);

        assertThat(ended.closed).isEqualTo(1);
    }

    @Test
    void aCloseOutsideOfWritesOrOnAnotherThreadIsOneAtOnce() throws InterruptedException {
        DeferringStream.writing(stream);
        DeferringStream.written(stream);
        stream.close();
        assertThat(ended.closed).isEqualTo(1);

        DeferringStream.writing(stream);
        Thread other = new Thread(stream::close);
        other.start();
        other.join();
        assertThat(ended.closed).isEqualTo(2);
    }

    @Test
    void whatIsNotObservedStaysWhatItIs() {
        assertThat(DeferringStream.of(null)).isNull();
        assertThat(DeferringStream.of(IgnoredStream.INSTANCE)).isSameAs(IgnoredStream.INSTANCE);
        DeferringStream.writing(null);
        DeferringStream.written(IgnoredStream.INSTANCE);
    }
}
