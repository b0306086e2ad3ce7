package io.sseagent.premain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine commandLine =
            new CommandLine(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void help_is_a_result(String word) {
        assertThat(commandLine.run(word)).isZero();
        assertThat(out.toString(UTF_8)).contains("attach <pid> [key=value ...]", "list", "-javaagent:");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void no_command_shows_the_help_as_an_error() {
        assertThat(commandLine.run()).isEqualTo(CommandLine.USAGE);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).contains("attach <pid>");
    }

    @ParameterizedTest
    @CsvSource({
        "atach 12, unknown command \"atach\"",
        "list all, \"list\" takes no \"all\"",
        "attach, needs a process id",
        "attach me, \"me\" is not a process id"
    })
    void wrong_usage_names_the_word_and_the_help(String words, String message) {
        assertThat(commandLine.run(words.split(" "))).isEqualTo(CommandLine.USAGE);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8))
                .startsWith("sse-agent: ")
                .contains(message, "see --help")
                .hasLineCount(1);
    }

    @Test
    void attach_outside_of_the_jar_says_so() {
        long self = ProcessHandle.current().pid();

        assertThat(commandLine.run("attach", Long.toString(self))).isEqualTo(CommandLine.FAILED);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).contains("use sse-agent.jar as released");
    }
}
