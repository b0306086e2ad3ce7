package io.sseagent.core.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentMemoryTest {
    @TempDir
    Path folder;

    @Test
    void thisJvmTakesMoreThanTheHeapInUse() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "not Linux");

        assertThat(new ResidentMemory().bytes()).isBetween(10_000_000L, 1L << 40);
    }

    @ParameterizedTest
    @CsvSource({
        "'Name:\tjava\nVmRSS:\t  2048 kB\nThreads:\t9\n', 2097152",
        "'Name:\tjava\nThreads:\t9\n', -1",
        "'Name:\tjava\nVmRSS:\tmany kB\n', -1",
        "'Name:\tjava\nVmRSS:\t12', -1",
        "'', -1"
    })
    void whatIsNotWhatItWasIsNotKnown(String status, long bytes) throws Exception {
        Path file = Files.writeString(
                folder.resolve("status"), status.replace("\\n", "\n").replace("\\t", "\t"));

        assertThat(new ResidentMemory(file.toString()).bytes()).isEqualTo(bytes);
        assertThat(new ResidentMemory(folder.resolve("none").toString()).bytes())
                .isNegative();
    }
}
