package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.health.DisabledBy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SwitchRequestsTest {
    private final RunningEndpoint running = RunningEndpoint.start(RunningEndpoint.PATIENT);

    @AfterEach
    void stop() {
        running.close();
    }

    private RawResponse post(String path, String... headerLines) throws Exception {
        StringBuilder request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String line : headerLines) {
            request.append(line).append("\r\n");
        }
        return running.send(request.append("Content-Length: 3\r\n\r\nabc").toString());
    }

    private double up(String state) throws Exception {
        return Series.value(running.get("/metrics").text(), "sse_agent_up", "state", state);
    }

    @Test
    void aLocalClientDisablesAndEnables() throws Exception {
        assertThat(post("/-/disable").text()).isEqualTo("Disabled\n");
        assertThat(up("disabled")).isEqualTo(1);
        assertThat(up("running")).isZero();
        assertThat(running.recorded.model.isRecording()).isFalse();

        assertThat(post("/-/enable").text()).isEqualTo("Enabled\n");
        assertThat(up("disabled")).isZero();
        assertThat(up("running")).isEqualTo(1);
        assertThat(running.recorded.model.isRecording()).isTrue();
        assertThat(running.logged())
                .containsOnlyOnce("the agent is disabled by POST /-/disable from 127.0.0.1")
                .containsOnlyOnce("the agent is enabled by POST /-/enable from 127.0.0.1");
    }

    @Test
    void whileDisabledAScrapeTellsOfTheAgentAloneAndAfterwardsNothingIsLost() throws Exception {
        String before = running.get("/metrics?name[]=sse_events_total").text();
        post("/-/disable");

        assertThat(Series.parse(running.get("/metrics").text()))
                .isNotEmpty()
                .allMatch(series -> series.name().startsWith("sse_agent_"));
        post("/-/enable");
        assertThat(running.get("/metrics?name[]=sse_events_total").text()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "post"})
    void onlyPostSwitches(String method) throws Exception {
        for (String path : new String[] {"/-/disable", "/-/enable"}) {
            RawResponse response = running.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(response.status()).isEqualTo(405);
            assertThat(response.headers()).containsEntry("Allow", "POST");
        }
        assertThat(running.recorded.model.isRecording()).isTrue();
        assertThat(running.logged()).doesNotContain("disabled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: for=192.0.2.60",
                "X-Real-IP: 127.0.0.1",
                "Via: 1.1 proxy",
                "Origin: http://evil.example",
                "Origin: null",
            })
    void whoeverIsBehindAProxyOrAPageIsNotLocal(String header) throws Exception {
        RawResponse response = post("/-/disable", header);

        assertThat(response.status()).isEqualTo(403);
        assertThat(running.get("/", header).status()).isEqualTo(403);
        assertThat(running.get("/no/such/path", header).status()).isEqualTo(403);
        assertThat(running.get("/metrics", header).status()).isEqualTo(200);
        assertThat(running.recorded.model.isRecording()).isTrue();
        assertThat(running.recorded.health.denials()).containsEntry("forbidden", 3L);
    }

    @Test
    void enablingSaysWhoElseKeepsItDisabled() throws Exception {
        running.agentSwitch.disable(DisabledBy.FILE, "the existence of /etc/secret/place");
        post("/-/disable");

        RawResponse response = post("/-/enable");

        assertThat(response.status()).isEqualTo(409);
        assertThat(response.text()).isEqualTo("Still disabled by the disable file\n");
        assertThat(up("disabled")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/-/",
                "/-/disable/",
                "/-/enable/../disable",
                "/-/../../../../etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/metrics/../-/disable",
                "//-/disable",
                "/-/%64isable",
                "/-/disable%00",
                "/....//....//etc/passwd",
                "\\..\\..\\windows\\win.ini",
                "file:///etc/passwd",
                "http://localhost/-/disabled"
            })
    void noOtherSpellingLeadsAnywhere(String target) throws Exception {
        assertThat(running.get(target).status()).isEqualTo(404);
        RawResponse response = post(target);
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text()).isEqualTo("Not found\n");
        assertThat(running.recorded.model.isRecording()).isTrue();
    }

    @Test
    void answersNameNeitherProductNorVersion() throws Exception {
        for (RawResponse response : new RawResponse[] {
            running.get("/"), running.get("/x"), running.get("/-/enable"), post("/-/enable"), running.send("x\r\n\r\n")
        }) {
            assertThat(response.headers()).doesNotContainKeys("Server", "X-Powered-By", "Date");
            assertThat(response.text())
                    .doesNotContainIgnoringCase("sse-agent")
                    .doesNotContain("1.2.3", "17.0", "\tat ");
        }
    }
}
