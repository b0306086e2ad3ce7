package io.sseagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar's command line against JVMs that run already. */
class AttachTest {
    private static final String JDKS = "io.sseagent.dist.Jdk#all";

    @TempDir
    Path folder;

    @BeforeEach
    void compile() {
        Apps.compile("WaitingApp", folder);
    }

    private Fork waiting(Jdk jdk, String... options) throws Exception {
        List<String> arguments = Stream.concat(Stream.of(options), Stream.of("-cp", folder.toString(), "WaitingApp"))
                .toList();
        return Fork.java(jdk, arguments.toArray(new String[0])).awaitLine("ready");
    }

    private static Fork command(Jdk jdk, String... words) throws Exception {
        return Fork.run(
                jdk,
                Stream.concat(Stream.of("-jar", AgentJarFile.PATH.toString()), Stream.of(words))
                        .toArray(String[]::new));
    }

    static List<Arguments> pairs() throws IOException {
        List<Jdk> all = Jdk.all();
        return all.stream()
                .flatMap(own -> all.stream().map(target -> Arguments.of(own, target)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void attach_starts_the_agent_once(Jdk own, Jdk target) throws Exception {
        try (Fork app = waiting(target)) {
            Fork first = command(own, "attach", app.pid(), "port=0", "host=127.0.0.1");
            assertThat(first.err()).doesNotContain("Exception");
            assertThat(first.exitCode()).isZero();
            assertThat(first.out())
                    .contains("sse-agent " + AgentJarFile.VERSION + " started in " + app.pid())
                    .containsPattern("metrics: http://127\\.0\\.0\\.1:\\d+/metrics");

            Fork second = command(own, "attach", app.pid(), "port=1");
            assertThat(second.exitCode()).isZero();
            assertThat(second.out())
                    .contains("is already running in " + app.pid() + ", nothing was changed")
                    .endsWith(first.out().substring(first.out().indexOf("metrics: ")));

            assertEnded(app);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void attach_to_an_agent_from_the_start_reports_it(Jdk jdk) throws Exception {
        try (Fork app = waiting(jdk, AgentJarFile.option())) {
            Fork attach = command(jdk, "attach", app.pid());

            assertThat(attach.exitCode()).isZero();
            assertThat(attach.out()).contains("is already running in " + app.pid() + ", nothing was changed");
            assertEnded(app);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void a_jvm_that_refuses_attach_is_not_even_asked(Jdk jdk) throws Exception {
        try (Fork app = waiting(jdk, "-XX:+DisableAttachMechanism")) {
            Fork attach = command(jdk, "attach", app.pid());

            assertThat(attach.exitCode()).isEqualTo(1);
            assertThat(attach.err()).hasLineCount(1).contains("-XX:+DisableAttachMechanism", "-javaagent:");
            // a thread dump would be here if it had been
            assertThat(app.out()).isEqualTo("ready\n");
            assertEnded(app);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void a_jvm_that_refuses_agents_names_the_option_that_allows_them(Jdk jdk) throws Exception {
        try (Fork app = waiting(jdk, "-XX:-EnableDynamicAgentLoading")) {
            Fork attach = command(jdk, "attach", app.pid());

            assertThat(attach.exitCode()).isEqualTo(1);
            assertThat(attach.out()).isEmpty();
            assertThat(attach.err()).hasLineCount(1).contains("-XX:+EnableDynamicAgentLoading", "-javaagent:");
            assertEnded(app);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void list_shows_other_jvms_and_not_itself(Jdk jdk) throws Exception {
        try (Fork app = waiting(jdk)) {
            Fork list = command(jdk, "list");

            assertThat(list.exitCode()).isZero();
            assertThat(list.err()).isEmpty();
            assertThat(list.out().lines())
                    .contains(app.pid() + " WaitingApp")
                    .noneMatch(line -> line.contains(AgentJarFile.PATH + " list"));
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void a_process_that_ended_is_no_target(Jdk jdk) throws Exception {
        Fork ended = Fork.run(jdk, "-version");

        Fork attach = command(jdk, "attach", ended.pid());

        assertThat(attach.exitCode()).isEqualTo(1);
        assertThat(attach.out()).isEmpty();
        assertThat(attach.err()).hasLineCount(1).contains(ended.pid(), "\"list\" shows");
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void version_and_help_are_results_and_wrong_usage_is_an_error(Jdk jdk) throws Exception {
        Fork version = command(jdk, "--version");
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).isEqualTo("sse-agent " + AgentJarFile.VERSION + "\n");

        Fork help = command(jdk, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("attach <pid>", "list");
        assertThat(help.err()).isEmpty();

        Fork wrong = command(jdk, "detach", "12");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).hasLineCount(1).contains("\"detach\"", "--help");
    }

    @Test
    void a_runtime_image_without_the_attach_api_names_the_way_out() throws Exception {
        Fork list = Fork.run(
                Jdk.running(),
                "--limit-modules",
                "java.base,java.instrument",
                "-jar",
                AgentJarFile.PATH.toString(),
                "list");

        assertThat(list.exitCode()).isEqualTo(1);
        assertThat(list.err()).hasLineCount(1).contains("jdk.attach", "with the java of a JDK");
    }

    private static void assertEnded(Fork app) throws Exception {
        assertThat(app.isAlive()).isTrue();
        app.await();
        assertThat(app.exitCode()).isZero();
        assertThat(app.out()).isEqualTo("ready\napplication ended\n");
    }
}
