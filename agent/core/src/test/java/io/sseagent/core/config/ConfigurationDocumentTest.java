package io.sseagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {
    private static final Path DOCUMENT = Paths.get(System.getProperty("basedir", "."), "..", "CONFIGURATION.md");

    @Test
    void the_documented_table_and_the_keys_are_equal() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENT, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("| `"))
                .collect(Collectors.toList());

        assertThat(documented).containsExactlyElementsOf(rows());
    }

    @Test
    void every_default_is_accepted_by_its_own_key() {
        for (ConfigKey<?> key : ConfigKeys.FIXED) {
            if (!key.defaultText().isEmpty()) {
                assertThat((Object) key.parse(key.defaultText())).as(key.name()).isNotNull();
            }
        }
    }

    @Test
    void names_are_unique_in_every_source() {
        assertThat(ConfigKeys.FIXED).extracting(ConfigKey::name).doesNotHaveDuplicates();
        assertThat(ConfigKeys.FIXED).extracting(ConfigKey::environmentVariable).doesNotHaveDuplicates();
    }

    private static List<String> rows() {
        List<ConfigKey<?>> keys = new ArrayList<>(ConfigKeys.FIXED);
        keys.add(ConfigKeys.TAP_ENABLED);
        return keys.stream().map(ConfigurationDocumentTest::row).collect(Collectors.toList());
    }

    private static String row(ConfigKey<?> key) {
        String defaultText = key.defaultText().isEmpty() ? "none" : "`" + key.defaultText() + "`";
        return "| `" + key.name() + "` | `" + key.systemProperty() + "` | `" + key.environmentVariable() + "` | "
                + defaultText + " | " + key.accepted() + " | " + key.consequence() + " | " + key.meaning() + " |";
    }
}
