package io.sseagent.premain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** At a terminal, which the program {@code script} of util-linux makes. */
@Timeout(120)
class HashPasswordAtTerminalTest {
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    Path folder;

    @Test
    void what_is_typed_is_not_shown() throws Exception {
        String shown = type("open-sesame\nopen-sesame\n");

        assertThat(shown)
                .contains("Password for alice: ", "The same again: ")
                .containsPattern("alice:pbkdf2-sha256\\$600000\\$\\S+\\s")
                .doesNotContain("sesame");
    }

    @Test
    void a_slip_of_the_finger_gives_no_line() throws Exception {
        assertThat(type("open-sesame\nopen-sesam\n"))
                .contains("the second password differs from the first")
                .doesNotContain("pbkdf2", "sesam");
    }

    @Test
    void no_password_gives_no_line() throws Exception {
        assertThat(type("\n")).contains("no password").doesNotContain("pbkdf2");
    }

    /** What the terminal shows; each line is typed when it is asked for. */
    private String type(String lines) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SCRIPT), "needs the program script (Debian: bsdutils)");
        Path log = folder.resolve("shown");
        String command = String.join(
                " ",
                List.of(
                        "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
                        "-cp",
                        "'" + Path.of("target/classes").toAbsolutePath() + "'",
                        AgentMain.class.getName(),
                        "hash-password",
                        "alice"));
        Process script = new ProcessBuilder(SCRIPT.toString(), "-qefc", command, "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (OutputStream keyboard = script.getOutputStream()) {
            int asked = 0;
            for (String line : lines.split("(?<=\n)")) {
                asked++;
                await(script, log, asked);
                keyboard.write(line.getBytes(UTF_8));
                keyboard.flush();
            }
            assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            script.destroyForcibly();
        }
        return Files.readString(log);
    }

    private static void await(Process script, Path log, int asked) throws IOException {
        while (Files.readString(log).split(": ", -1).length <= asked && script.isAlive()) {
            Thread.onSpinWait();
        }
    }
}
