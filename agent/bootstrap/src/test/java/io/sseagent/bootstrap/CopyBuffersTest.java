package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopyBuffersTest {

    @Test
    void aThreadFindsTheArrayThatItGaveBack() {
        byte[] first = CopyBuffers.borrow();
        CopyBuffers.giveBack(first);

        assertThat(CopyBuffers.borrow()).isSameAs(first);
        CopyBuffers.giveBack(first);
    }

    @Test
    void anArrayIsLentOnce() {
        byte[] first = CopyBuffers.borrow();
        byte[] second = CopyBuffers.borrow();

        assertThat(second).isNotSameAs(first).hasSameSizeAs(first);
        CopyBuffers.giveBack(second);
    }
}
