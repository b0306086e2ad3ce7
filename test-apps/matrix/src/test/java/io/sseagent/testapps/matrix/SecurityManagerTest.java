package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host with a SecurityManager, which JDKs before 24 have: the agent works where it may, and says what it needs where it may not. */
class SecurityManagerTest {
    private static final int FIRST_WITHOUT = 24;
    private static final String MANAGER = "-Djava.security.manager";
    private static final String EVERYTHING = "permission java.security.AllPermission;";
    private static final String AGENT =
            "grant codeBase \"file:" + ForkedServer.AGENT_JAR + "\" { " + EVERYTHING + " };";
    private static final String ASKED_FOR = "under a SecurityManager the agent needs this in the policy: "
            + "grant codeBase \"file:/path/to/sse-agent.jar\" { permission java.security.AllPermission; };";
    /** What this application needs, and no more. */
    private static final String APPLICATION = """
            grant codeBase "file:%s" {
              permission java.net.SocketPermission "*", "listen,accept,resolve";
              permission java.util.PropertyPermission "app.host", "read";
              permission java.util.PropertyPermission "app.virtual", "read";
              permission java.lang.RuntimePermission "shutdownHooks";
            };
            """.formatted(TestApp.file("jdk-httpserver.jar"));

    static Stream<Jdk> jdks() {
        return Jdk.all().stream().filter(jdk -> jdk.feature() < FIRST_WITHOUT);
    }

    private static ForkedServer under(String policy, Jdk jdk) throws IOException {
        return under(policy, TestApp.JDK_HTTPSERVER, jdk);
    }

    private static ForkedServer under(String policy, Launch launch, Jdk jdk) throws IOException {
        Path file = Files.writeString(ForkedJvm.folder("policy").resolve("java.policy"), policy);
        return ForkedServer.underAgent(launch, jdk)
                .with(MANAGER)
                // two equals signs: this file alone
                .with("-Djava.security.policy==" + file);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void with_every_permission_for_everybody_the_agent_works(Jdk jdk) throws Exception {
        assertThatItCounts(under("grant { " + EVERYTHING + " };", jdk));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void with_permissions_of_its_own_the_agent_works_under_an_application_that_has_few(Jdk jdk) throws Exception {
        assertThatItCounts(under(APPLICATION + AGENT, jdk));
    }

    /** Web applications may do little in it. Its clean-up of threads wants what Tomcat's own scripts open. */
    @ParameterizedTest
    @MethodSource("jdks")
    void under_the_policy_that_tomcat_comes_with_the_agent_works(Jdk jdk) throws Exception {
        Tomcat tomcat = Tomcat.of("9.0.117");
        String policy = Files.readString(tomcat.home().resolve("conf/catalina.policy"));
        assertThatItCounts(under(policy + "\n" + AGENT, tomcat, jdk)
                .with(
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.io=ALL-UNNAMED",
                        "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED"));
    }

    private static void assertThatItCounts(ForkedServer server) {
        try (server;
                HttpConnection client = HttpConnection.to(server.application())) {
            Received received = client.get("/blocking?events=20");
            Scrape page = server.agent().await("the stream", now -> now.sum("sse_streams_closed_total") == 1);

            assertThat(received.events().count()).isEqualTo(20);
            assertThat(page.sum("sse_events_total")).isEqualTo(20);
            assertThat(page.sum("sse_sent_bytes_total")).isEqualTo(received.body().length);
            assertThat(page.sum("sse_agent_errors_total")).isZero();
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void without_permissions_the_agent_says_what_it_needs_and_the_application_works(Jdk jdk) throws Exception {
        try (ForkedServer server = under(APPLICATION, jdk);
                HttpConnection client = HttpConnection.to(server.application())) {
            assertThat(client.get("/blocking?events=20").events().count()).isEqualTo(20);
            assertThat(server.agentProblems())
                    .singleElement()
                    .asString()
                    .startsWith("[sse-agent] ERROR not started, the application runs without it: ")
                    .endsWith(ASKED_FOR);
            assertThat(server.jvm().output()).doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void under_the_default_policy_an_application_fails_as_it_does_without_the_agent(Jdk jdk) {
        List<String> alone = endUnderDefaultPolicy(jdk);
        List<String> withAgent = endUnderDefaultPolicy(jdk, "-javaagent:" + ForkedServer.AGENT_JAR + "=port=0");

        assertThat(alone).anyMatch(line -> line.contains("access denied"));
        assertThat(withAgent).filteredOn(line -> line.startsWith("[sse-agent]")).hasSize(1);
        assertThat(withAgent)
                .filteredOn(line -> !line.startsWith("[sse-agent]"))
                .isEqualTo(alone);
    }

    private static List<String> endUnderDefaultPolicy(Jdk jdk, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(MANAGER);
        Path folder = ForkedJvm.folder("default-policy");
        arguments.addAll(TestApp.JDK_HTTPSERVER.arguments(folder));
        try (ForkedJvm jvm = ForkedJvm.start(jdk, folder, arguments)) {
            assertThat(jvm.awaitEnd()).isEqualTo(1);
            return jvm.output().lines().toList();
        }
    }
}
