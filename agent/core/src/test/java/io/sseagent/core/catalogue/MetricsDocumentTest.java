package io.sseagent.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsDocumentTest {
    private static final Path DOCUMENT = Paths.get(System.getProperty("basedir", "."), "..", "METRICS.md");

    @Test
    void the_reference_page_and_the_catalogue_are_equal() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENT, StandardCharsets.UTF_8).stream()
                .filter(line -> line.matches("\\| `(sse|jvm|process)_.*"))
                .collect(Collectors.toList());

        assertThat(documented)
                .as("rows of agent/METRICS.md")
                .containsExactlyElementsOf(MetricCatalogue.all().stream()
                        .map(MetricsDocumentTest::row)
                        .collect(Collectors.toList()));
    }

    private static String row(MetricDefinition metric) {
        String labels = metric.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        return "| `" + metric.name() + "` | " + metric.type().name().toLowerCase(Locale.ROOT) + " | " + labels + " | "
                + metric.help() + " |";
    }
}
