package io.sseagent.core.config;

import static io.sseagent.core.config.GivenConfig.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
    @TempDir
    Path folder;

    @Test
    void keys_stand_with_or_without_prefix() throws IOException {
        AgentConfig config = loadFile("# ours\nport = 5\nsse.agent.path: /p\ninstrumentation.tomcat.enabled false\n");

        assertThat(config.problems()).isEmpty();
        assertThat(config.exporter().port()).isEqualTo(5);
        assertThat(config.exporter().path()).isEqualTo("/p");
        assertThat(config.instrumentation().disabledTaps()).containsExactly("tomcat");
    }

    @Test
    void any_of_the_three_sources_names_the_file() throws IOException {
        String file = write("port=5").toString();

        for (GivenConfig given : new GivenConfig[] {
            given().arguments("config.file=" + file),
            given().property("sse.agent.config.file", file),
            given().environment("SSE_AGENT_CONFIG_FILE", file)
        }) {
            assertThat(given.load().exporter().port()).isEqualTo(5);
        }
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_key() throws IOException {
        assertThat(loadFile("\uFEFFport=5").problems()).isEmpty();
    }

    @Test
    void wrong_values_and_unknown_or_repeated_keys_name_the_file() throws IOException {
        AgentConfig config = loadFile("prot=1\nroutes.max=x\npath=/a\nsse.agent.path=/b\nconfig.file=other\n");

        String source = "(file " + folder.resolve("agent.properties") + ")";
        assertThat(config.exporter().path()).isEqualTo("/b");
        assertThat(config.problems())
                .containsExactly(
                        "unknown key prot " + source + ": ignored; did you mean port?",
                        "path " + source + ": given more than once; the last value is used, /b",
                        "config.file " + source + ": ignored, because a file cannot name another one",
                        "routes.max=x " + source + ": not accepted, expected a whole number from 1 to 10000;"
                                + " the default 200 is used");
    }

    @Test
    void a_missing_file_is_a_problem_that_says_where_it_was_looked_for() {
        AgentConfig config =
                given().arguments("config.file=missing.properties,port=5").load();

        assertThat(config.exporter().port()).isEqualTo(5);
        assertThat(config.problems())
                .containsExactly("config.file missing.properties: ignored, there is no such file, looked for "
                        + new File("missing.properties").getAbsolutePath());
    }

    @Test
    void a_folder_or_a_device_is_not_opened() {
        assertThat(given().arguments("config.file=" + folder).load().problems())
                .containsExactly("config.file " + folder + ": ignored, it is not a regular file");

        assumeTrue(new File("/dev/zero").exists());
        assertThat(given().arguments("config.file=/dev/zero").load().problems())
                .containsExactly("config.file /dev/zero: ignored, it is not a regular file");
    }

    @Test
    void a_file_that_fails_while_it_is_read_is_a_problem() {
        // a regular file whose first byte cannot be read, by root neither
        assumeTrue(new File("/proc/self/mem").isFile());

        AgentConfig config =
                given().arguments("config.file=/proc/self/mem,port=5").load();

        assertThat(config.exporter().port()).isEqualTo(5);
        assertThat(config.problems()).hasSize(1);
        assertThat(config.problems().get(0)).startsWith("config.file /proc/self/mem: ignored, ");
    }

    @Test
    void a_file_is_read_up_to_its_limit_and_not_beyond() throws IOException {
        StringBuilder content = new StringBuilder("port=5\n#");
        while (content.length() < FileSource.MAX_BYTES) {
            content.append('.');
        }

        AgentConfig largest = loadFile(content.toString());
        assertThat(largest.exporter().port()).isEqualTo(5);
        assertThat(largest.problems()).isEmpty();

        AgentConfig tooLarge = loadFile(content.append('.').toString());
        assertThat(tooLarge.exporter().port()).isEqualTo(9464);
        assertThat(tooLarge.problems())
                .containsExactly("config.file " + folder.resolve("agent.properties")
                        + ": ignored, it has more than 65536 bytes");
    }

    @Test
    void a_malformed_file_is_ignored_as_a_whole() throws IOException {
        AgentConfig config = loadFile("port=5\npath=\\u00zz\n");

        assertThat(config.exporter().port()).isEqualTo(9464);
        assertThat(config.problems()).hasSize(1);
        assertThat(config.problems().get(0)).contains(": ignored, Malformed");
    }

    @Test
    void bytes_that_are_no_text_do_not_throw() throws IOException {
        byte[] bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Path file = Files.write(folder.resolve("agent.properties"), bytes);

        AgentConfig config = given().arguments("config.file=" + file).load();

        assertThat(config.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(Problems.MAX_LINES + 1);
        assertThat(config.problems()).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    }

    @Test
    void a_name_with_a_nul_is_a_wrong_value() {
        assertThat(given().arguments("config.file=a\0b").load().problems())
                .containsExactly("config.file=a\\u0000b (argument): not accepted,"
                        + " expected the path of a properties file; it is ignored");
    }

    private AgentConfig loadFile(String content) throws IOException {
        return given().arguments("config.file=" + write(content)).load();
    }

    private Path write(String content) throws IOException {
        return Files.write(folder.resolve("agent.properties"), content.getBytes(StandardCharsets.UTF_8));
    }
}
