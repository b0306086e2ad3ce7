package io.sseagent.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.dashboards.ExternalProgram.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromtoolTest {
    private static final Path TESTS = RenderedFiles.module().resolve("src/test/promtool");

    @Test
    void promtoolAcceptsTheRules() throws Exception {
        ExternalProgram promtool = ExternalProgram.require("promtool", "prometheus");

        Outcome check = promtool.run(RenderedFiles.module(), "check", "rules", RenderedFiles.rulesFile());

        assertThat(check.exitCode()).as(check.output()).isEqualTo(0);
        assertThat(check.output()).contains(RenderedFiles.rules().size() + " rules found");
    }

    @Test
    void rulesPassTheirUnitTests() throws Exception {
        ExternalProgram promtool = ExternalProgram.require("promtool", "prometheus");
        try (Stream<Path> files = Files.list(TESTS)) {
            Object[] arguments =
                    Stream.concat(Stream.of("test", "rules"), files.sorted()).toArray();

            Outcome tests = promtool.run(RenderedFiles.module(), arguments);

            assertThat(tests.exitCode()).as(tests.output()).isEqualTo(0);
        }
    }

    @Test
    void everyRuleHasAUnitTestAndEveryAlertOneInWhichItFires() throws IOException {
        String tests;
        try (Stream<Path> files = Files.list(TESTS)) {
            tests = files.map(PromtoolTest::read).collect(Collectors.joining());
        }
        for (Rule rule : RenderedFiles.rules()) {
            if (rule.isAlert()) {
                assertThat(tests)
                        .contains("labels: 'ALERTS{alertname=\"" + rule.name() + "\", alertstate=\"firing\"")
                        .containsPattern("expr: ALERTS\\{alertname=\"" + rule.name()
                                + "\"[^}]*}\\s+eval_time: \\w+\\s+exp_samples: \\[]");
            } else {
                assertThat(tests).containsPattern("expr: .*" + rule.name());
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
