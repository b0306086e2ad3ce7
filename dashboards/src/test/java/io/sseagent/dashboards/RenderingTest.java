package io.sseagent.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.dashboards.ExternalProgram.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderingTest {

    @Test
    void renderingAgainGivesTheCommittedFiles(@TempDir Path output) throws Exception {
        ExternalProgram.require("jsonnet", "jsonnet");

        Outcome rendering = ExternalProgram.require("sh", "dash").run(RenderedFiles.module(), "render.sh", output);

        assertThat(rendering)
                .as(rendering.output())
                .extracting(Outcome::exitCode)
                .isEqualTo(0);
        assertThat(contents(output))
                .as("dashboards/rendered is what dashboards/render.sh makes of src/jsonnet")
                .isEqualTo(contents(RenderedFiles.folder()));
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
