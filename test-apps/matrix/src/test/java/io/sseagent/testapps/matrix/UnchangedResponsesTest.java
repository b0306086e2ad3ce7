package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the agent, an application sends what it sends without: every byte of head and body, and every chunk where it was. */
class UnchangedResponsesTest {
    private static final List<String> EVERYWHERE = List.of(
            "/blocking?events=20",
            "/blocking?events=3&size=70000",
            "/async?events=20",
            "/typed",
            "/truncated",
            "/fail",
            "/plain",
            "/no-such-path");
    private static final List<String> SERVLETS = List.of(
            "/blocking?events=500&flush=0&via=writer",
            "/heartbeat?beats=5&interval=0",
            "/late-charset?how=encoding",
            "/late-charset?how=header",
            "/timeout?ms=100",
            "/json?answer=500",
            "/json?answer=204",
            "/silent?ms=10",
            "/big?mb=1",
            "/raw?base64=77u_ZGF0YTogYQ0NOiBiDQoNCg&cuts=1,2,9,11,15");

    static Stream<Launch> launches() {
        return Stream.of(Tomcat.of("7.0.109"), Tomcat.of("9.0.117"), Tomcat.of("11.0.24"), TestApp.JDK_HTTPSERVER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("launches")
    void every_byte_is_the_same_with_the_agent_and_without(Launch launch) {
        Jdk jdk = Jdk.all().get(0);
        List<String> addresses = launch instanceof Tomcat
                ? Stream.concat(EVERYWHERE.stream(), SERVLETS.stream()).toList()
                : EVERYWHERE;
        assertThat(responses(ForkedServer.underAgent(launch, jdk), addresses))
                .isEqualTo(responses(ForkedServer.alone(launch, jdk), addresses));
    }

    private static Map<String, String> responses(ForkedServer server, List<String> addresses) {
        Map<String, String> responses = new LinkedHashMap<>();
        try (server) {
            for (String address : addresses) {
                try (HttpConnection client = HttpConnection.to(server.application())) {
                    String response = new String(client.readToTheEnd(address), ISO_8859_1);
                    assertThat(response).startsWith("HTTP/1.1 ");
                    responses.put(address, response.replaceFirst("(?m)^Date: .*$", "Date"));
                }
            }
        }
        return responses;
    }
}
