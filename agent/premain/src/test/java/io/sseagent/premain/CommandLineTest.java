package io.sseagent.premain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine commandLine = reading("");

    private CommandLine reading(String input) {
        return new CommandLine(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                false,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

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
        "attach me, \"me\" is not a process id",
        "hash-password, needs a user's name",
        "hash-password alice secret, takes no \"secret\"",
        "hash-password a:b, has no colon",
        "hash-password alice, no password on the standard input"
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
    void hash_password_prints_a_line_that_only_the_password_matches() throws Exception {
        assertThat(reading("s\u00e9same, ouvre-toi\r\nnot this line\n").run("hash-password", "alice"))
                .isZero();

        String line = out.toString(UTF_8);
        assertThat(line)
                .matches("alice:pbkdf2-sha256\\$600000\\$[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}=\n")
                .doesNotContain("same");
        assertThat(err.toString(UTF_8)).isEmpty();
        String[] parts = line.trim().split("\\$");
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        assertThat(Base64.getDecoder().decode(parts[3]))
                .isEqualTo(pbkdf2("s\u00e9same, ouvre-toi", salt))
                .isNotEqualTo(pbkdf2("sesame, ouvre-toi", salt));
    }

    @Test
    void the_same_password_never_gives_the_same_line() {
        reading("secret").run("hash-password", "alice");
        reading("secret").run("hash-password", "alice");

        assertThat(out.toString(UTF_8).lines()).hasSize(2).doesNotHaveDuplicates();
    }

    private static byte[] pbkdf2(String password, byte[] salt) throws Exception {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 600_000, 256))
                .getEncoded();
    }

    @Test
    void attach_outside_of_the_jar_says_so() {
        long self = ProcessHandle.current().pid();

        assertThat(commandLine.run("attach", Long.toString(self))).isEqualTo(CommandLine.FAILED);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).contains("use sse-agent.jar as released");
    }
}
