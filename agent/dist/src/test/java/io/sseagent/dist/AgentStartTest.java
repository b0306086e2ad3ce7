package io.sseagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built jar on JVMs of their own: the application runs as if nobody were there. */
class AgentStartTest {
    private static final String JDKS = "io.sseagent.dist.Jdk#all";

    @TempDir
    Path folder;

    @BeforeEach
    void compile() {
        Apps.compile("PrintingApp", folder);
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void the_application_prints_what_it_prints_and_ends_as_it_ends(Jdk jdk) throws Exception {
        Fork jvm = Fork.run(jdk, AgentJarFile.option(), "-cp", folder.toString(), "PrintingApp");

        assertUndisturbed(jvm);
        assertThat(jvm.agentLines()).isNotEmpty().noneMatch(line -> line.contains("not started"));
        assertThat(jvm.err().lines())
                .as("what is not from the agent")
                .allMatch(line -> line.startsWith("[sse-agent]")
                        || line.startsWith(Fork.START_LINE)
                        || line.contains("Sharing is only supported for boot loader classes"));
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void a_start_is_one_line_of_json_with_every_setting_and_its_origin(Jdk jdk) throws Exception {
        Fork jvm = Fork.run(
                jdk, AgentJarFile.option(), "-Dsse.agent.routes.max=7", "-cp", folder.toString(), "PrintingApp");

        assertThat(jvm.err().lines())
                .filteredOn(line -> line.startsWith(Fork.START_LINE))
                .singleElement()
                .asString()
                .contains(
                        "\"version\":\"" + AgentJarFile.VERSION + "\"", "\"java\":\"", "\"pid\":", "\"jdk-httpserver\"")
                .contains("\"port\":{\"value\":\"0\",\"origin\":\"argument\"}")
                .contains("\"routes.max\":{\"value\":\"7\",\"origin\":\"system property sse.agent.routes.max\"}")
                .doesNotContain("streams.max")
                .endsWith("}}");
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void the_jar_may_have_another_name_and_place(Jdk jdk) throws Exception {
        Path copy =
                Files.createDirectories(folder.resolve("my agents \u00e9%20+")).resolve("renamed agent.jar");
        Files.copy(AgentJarFile.PATH, copy);

        Fork jvm = Fork.run(jdk, AgentJarFile.option(copy), "-cp", folder.toString(), "PrintingApp");

        assertUndisturbed(jvm);
        assertThat(jvm.agentLines()).isNotEmpty().noneMatch(line -> line.contains("not started"));
        try (var files = Files.list(copy.getParent())) {
            assertThat(files).containsExactly(copy);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void a_second_agent_option_changes_nothing(Jdk jdk) throws Exception {
        Path copy = folder.resolve("copy.jar");
        Files.copy(AgentJarFile.PATH, copy);

        for (Path second : List.of(AgentJarFile.PATH, copy)) {
            Fork jvm = Fork.run(
                    jdk,
                    AgentJarFile.option(),
                    "-javaagent:" + second + "=port=1",
                    "-cp",
                    folder.toString(),
                    "PrintingApp");

            assertUndisturbed(jvm);
            assertThat(jvm.agentLines())
                    .filteredOn(line -> line.contains("already running, version " + AgentJarFile.VERSION))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void a_jar_that_the_agent_was_merged_into_is_refused_in_one_line(Jdk jdk) throws Exception {
        Path uber = folder.resolve("uber.jar");
        AgentJarFile.writeUberJar(uber, folder.resolve("PrintingApp.class"));

        for (String option : List.of("-javaagent:" + uber, AgentJarFile.option())) {
            Fork jvm = Fork.run(jdk, option, "-jar", uber.toString());

            assertUndisturbed(jvm);
            // not even the JVM's warning about an appended search path
            assertThat(jvm.err()).hasLineCount(1).contains("[sse-agent] WARN not started", "uber.jar", "as released");
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void a_start_that_fails_half_way_is_one_line(Jdk jdk) throws Exception {
        Path broken = folder.resolve("broken.jar");
        AgentJarFile.writeWithout("sse-agent/io/sseagent/launcher/Launcher.classdata", broken);

        Fork jvm = Fork.run(
                jdk, AgentJarFile.option(broken), AgentJarFile.option(broken), "-cp", folder.toString(), "PrintingApp");

        assertUndisturbed(jvm);
        assertThat(jvm.agentLines()).hasSize(2);
        assertThat(jvm.agentLines().get(0))
                .contains("ERROR not started, the application runs without it", "io.sseagent.launcher.Launcher");
        assertThat(jvm.agentLines().get(1)).contains("WARN not started again", "restart the JVM");
        assertThat(jvm.err()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void tools_of_the_jdk_that_inherit_the_option_are_left_alone(Jdk jdk) throws Exception {
        Map<String, String> inherited = Map.of("JAVA_TOOL_OPTIONS", AgentJarFile.option());

        for (List<String> tool : List.of(
                List.of("jcmd", "-l"),
                List.of("keytool", "-help"),
                List.of("javac", "-version"),
                List.of("jar", "--version"))) {
            Fork fork = Fork.run(inherited, List.of(jdk.tool(tool.get(0)), tool.get(1)));

            assertThat(fork.exitCode()).as("%s", tool).isZero();
            assertThat(fork.agentLines()).as("%s", tool).isEmpty();
            assertThat(fork.err()).as("%s", tool).contains("Picked up JAVA_TOOL_OPTIONS");
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void the_command_line_of_the_jar_does_not_observe_itself(Jdk jdk) throws Exception {
        Map<String, String> inherited = Map.of("JAVA_TOOL_OPTIONS", AgentJarFile.option());

        Fork fork = Fork.run(inherited, List.of(jdk.tool("java"), "-jar", AgentJarFile.PATH.toString(), "--version"));

        assertThat(fork.out()).isEqualTo("sse-agent " + AgentJarFile.VERSION + "\n");
        assertThat(fork.err()).hasLineCount(1).contains("Picked up JAVA_TOOL_OPTIONS");
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void a_jvm_without_verification_is_warned(Jdk jdk) throws Exception {
        Fork jvm = Fork.run(jdk, "-Xverify:none", AgentJarFile.option(), "-cp", folder.toString(), "PrintingApp");

        assertUndisturbed(jvm);
        assertThat(jvm.agentLines())
                .filteredOn(line -> line.contains("WARN byte code verification is off"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void nothing_that_a_server_must_wake_itself_is_awake_before_the_application(Jdk jdk) throws Exception {
        Set<String> usual = loadedBeforeTheApplication(jdk);
        Set<String> loaded = loadedBeforeTheApplication(jdk, AgentJarFile.option());
        loaded.removeAll(usual);

        assertThat(loaded.contains("io.sseagent.launcher.Launcher")).isTrue();
        assertThat(
                        loaded.stream()
                                .filter(
                                        name -> name.matches(
                                                "(java\\.util\\.logging|java\\.lang\\.management|javax\\.management"
                                                        + "|com\\.sun\\.net)\\..*|java\\.net\\.(Server)?Socket|sun\\.nio\\.ch\\.\\w*Socket.*")))
                .isEmpty();
    }

    private Set<String> loadedBeforeTheApplication(Jdk jdk, String... options) throws Exception {
        Path log = folder.resolve("loaded.txt");
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(
                List.of("-Xlog:class+load:file=" + log + ":none:filecount=0", "-cp", folder.toString(), "PrintingApp"));
        assertUndisturbed(Fork.run(jdk, arguments.toArray(new String[0])));
        List<String> names =
                Files.readAllLines(log).stream().map(line -> line.split(" ")[0]).toList();
        assertThat(names.contains("PrintingApp")).isTrue();
        return new TreeSet<>(names.subList(0, names.indexOf("PrintingApp")));
    }

    private static void assertUndisturbed(Fork jvm) {
        assertThat(jvm.out()).isEqualTo("application ran\n");
        assertThat(jvm.exitCode()).isZero();
    }
}
