package io.sseagent.premain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentJarTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sse-agent.jar", "renamed.zip", "with space/a%20b+c.jar", "caf\u00e9/\u76d1\u63a7.jar"})
    void the_jar_is_found_under_any_name(String name) throws Exception {
        Path path = folder.resolve(name);
        AgentJar jar = AgentJar.open(TestJar.ours().write(path));
        try {
            assertThat(jar.version()).isEqualTo("1.2.3");
            assertThat(jar.path()).isEqualTo(path.toString());
            assertThat(jar.isAt(path.toFile())).isTrue();
        } finally {
            jar.close();
        }
    }

    @Test
    void a_url_that_nobody_escaped_still_works() throws Exception {
        Path path = folder.resolve("a b.jar");
        TestJar.ours().write(path);

        AgentJar jar = AgentJar.open(new URL("file:" + path));
        jar.close();

        assertThat(jar.path()).isEqualTo(path.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Premain-Class", "Main-Class", "Implementation-Version", AgentJar.LAYOUT_ATTRIBUTE})
    void a_jar_without_one_of_our_attributes_is_refused(String attribute) throws Exception {
        URL jar = TestJar.ours().without(attribute).write(folder.resolve("uber.jar"));

        assertThatThrownBy(() -> AgentJar.open(jar))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("uber.jar holds the agent's classes but is not sse-agent.jar");
    }

    @Test
    void a_merged_jar_that_kept_our_attributes_but_starts_an_application_is_refused() throws Exception {
        URL jar = TestJar.ours().attribute("Main-Class", "com.acme.Main").write(folder.resolve("uber.jar"));

        assertThatThrownBy(() -> AgentJar.open(jar)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_jar_without_the_agents_folder_is_refused() throws Exception {
        URL jar = TestJar.ours().withoutEntry(AgentJar.FOLDER).write(folder.resolve("bare.jar"));

        assertThatThrownBy(() -> AgentJar.open(jar)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_jar_inside_an_archive_is_refused() {
        assertThatThrownBy(() -> AgentJar.open(new URL("jar:file:/app.jar!/lib/sse-agent.jar!/")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("inside another archive");
    }

    @Test
    void classes_in_a_folder_are_refused() {
        assertThatThrownBy(() -> AgentJar.holding(AgentMain.class))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not a jar file");
    }

    @Test
    void classes_on_the_boot_class_path_are_refused() {
        assertThatThrownBy(() -> AgentJar.holding(String.class))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("boot class path");
    }
}
