package io.sseagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever packs the jar again gets the same one. */
class AgentJarPackingTest {

    @Test
    void packing_again_in_another_time_zone_gives_the_same_bytes(@TempDir Path folder) throws Exception {
        Path again = folder.resolve("again.jar");

        Fork pack = Fork.run(
                Jdk.running(),
                "-Duser.timezone=Asia/Kathmandu",
                "-cp",
                System.getProperty("java.class.path"),
                AgentJarPacker.class.getName(),
                AgentJarFile.PATH.resolveSibling("merged.jar").toString(),
                System.getProperty("jar.files"),
                again.toString(),
                AgentJarFile.VERSION,
                System.getProperty("build.timestamp"));

        assertThat(pack.exitCode()).as(pack.err()).isZero();
        assertThat(Files.mismatch(again, AgentJarFile.PATH)).isEqualTo(-1);
    }
}
