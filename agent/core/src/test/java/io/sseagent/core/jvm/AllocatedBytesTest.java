package io.sseagent.core.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocatedBytesTest {
    private static final int MEGABYTE = 1_000_000;

    private final AllocatedBytes allocated = new AllocatedBytes();
    private final List<byte[]> kept = new ArrayList<>();

    @Test
    void whatThisThreadAllocatesIsAmongIt() {
        long before = allocated.read();
        for (int i = 0; i < 10; i++) {
            kept.add(new byte[MEGABYTE]);
        }

        assertThat(allocated.read() - before).isGreaterThanOrEqualTo(kept.size() * (long) MEGABYTE);
    }

    @Test
    void itDoesNotFallWhenThreadsEnd() throws Exception {
        Thread thread = new Thread(() -> kept.add(new byte[50 * MEGABYTE]));
        long before = allocated.read();
        thread.start();
        thread.join();

        assertThat(allocated.read()).isGreaterThanOrEqualTo(before);
    }
}
