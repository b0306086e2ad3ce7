package io.sseagent.dashboards;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The committed output of {@code render.sh}, read strictly: a duplicate key or text after the document is an error. */
final class RenderedFiles {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final YAMLMapper YAML = new YAMLMapper();

    private RenderedFiles() {}

    /** Folder of this Maven module; surefire runs tests in it. */
    static Path module() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    }

    static Path folder() {
        return module().resolve("rendered");
    }

    static Path rulesFile() {
        return folder().resolve("sse-agent-rules.yaml");
    }

    /** Every rendered dashboard, in the order of the file names. */
    static List<Dashboard> dashboards() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new Dashboard(file.getFileName().toString(), json(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every recording rule and alert, in the order of the file. */
    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        try {
            for (JsonNode group : YAML.readTree(rulesFile().toFile()).path("groups")) {
                group.path("rules").forEach(rule -> rules.add(new Rule(rule)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not well-formed", e);
        }
    }
}
