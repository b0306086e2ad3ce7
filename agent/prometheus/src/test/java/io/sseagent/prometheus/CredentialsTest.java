package io.sseagent.prometheus;

import static io.sseagent.prometheus.CredentialFiles.PASSWORD;
import static io.sseagent.prometheus.CredentialFiles.TOKEN;
import static io.sseagent.prometheus.CredentialFiles.basic;
import static io.sseagent.prometheus.CredentialFiles.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are not local, because they say that a proxy stands between. */
@Timeout(60)
class CredentialsTest {
    private static final String REMOTE = "X-Forwarded-For: 192.0.2.60";

    @TempDir
    Path folder;

    private RunningEndpoint running;

    @BeforeEach
    void start() throws Exception {
        running = new RunningEndpoint(
                EveryFamily.record(),
                "port=0,host=127.0.0.1,auth.users.file=" + CredentialFiles.users(folder) + ",auth.token.file="
                        + CredentialFiles.token(folder),
                RunningEndpoint.PATIENT);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void usersAndTheBearerOfTheTokenAreLetIn() throws Exception {
        assertThat(running.get("/metrics", REMOTE, basic("alice", PASSWORD)).status())
                .isEqualTo(200);
        assertThat(running.get("/metrics", REMOTE, basic("bob", "other")).status())
                .isEqualTo(200);
        assertThat(running.get("/metrics", REMOTE, bearer(TOKEN)).status()).isEqualTo(200);
        assertThat(running.get("/", REMOTE, bearer(TOKEN).replace("Bearer", "bearer"))
                        .status())
                .isEqualTo(200);
        assertThat(running.recorded.health.denials()).isEmpty();
    }

    @Test
    void withoutCredentialsNothingIsToldButThatTheyAreNeeded() throws Exception {
        for (String path : new String[] {"/metrics", "/", "/-/disable", "/no/such/path"}) {
            RawResponse response = running.get(path, REMOTE);

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.text()).isEqualTo("Credentials are needed\n");
            assertThat(response.headers()).containsKey("WWW-Authenticate");
        }
        assertThat(running.recorded.health.denials()).containsEntry("unauthenticated", 4L);
    }

    @Test
    void localClientsNeedNone() throws Exception {
        assertThat(running.get("/metrics").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic ====",
                "Basic YWxpY2U=",
                "Bearer",
                "Bearer ",
                "Bearer 0123456789abcdef-toke",
                "Bearer 0123456789abcdef-tokenx",
                "Digest username=alice",
                "0123456789abcdef-token",
                "Basic 0123456789abcdef-token",
            })
    void wrongCredentialsNeverGetThroughNotEvenLocally(String value) throws Exception {
        assertThat(running.get("/metrics", "Authorization: " + value).status()).isEqualTo(401);
    }

    @Test
    void credentialsThatAreGivenTwiceAreWrong() throws Exception {
        assertThat(running.get("/metrics", bearer("nothing"), bearer(TOKEN)).status())
                .isEqualTo(401);
    }

    @Test
    void aWrongPasswordAndAWrongNameGetTheSameAnswer() throws Exception {
        RawResponse wrongPassword = running.get("/metrics", REMOTE, basic("alice", PASSWORD + "r"));
        RawResponse wrongName = running.get("/metrics", REMOTE, basic("alicia", PASSWORD));

        assertThat(wrongPassword.status()).isEqualTo(wrongName.status()).isEqualTo(401);
        assertThat(wrongPassword.headers()).isEqualTo(wrongName.headers());
        assertThat(wrongPassword.text()).isEqualTo(wrongName.text());
        assertThat(running.logged()).doesNotContain("alic", PASSWORD);
    }

    @Test
    void guessingIsThrottledAndWhoWasLetInBeforeStillIs() throws Exception {
        assertThat(running.get("/metrics", REMOTE, basic("alice", PASSWORD)).status())
                .isEqualTo(200);
        for (int i = 0; i < FailedLogins.MOST_PER_ADDRESS; i++) {
            assertThat(running.get("/metrics", REMOTE, basic("alice", "guess" + i))
                            .status())
                    .isEqualTo(401);
        }

        RawResponse throttled = running.get("/metrics", REMOTE, basic("bob", "other"));
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.headers()).containsEntry("Retry-After", "60");
        assertThat(running.get("/metrics", REMOTE, basic("alice", PASSWORD)).status())
                .isEqualTo(200);
        String text = running.get("/metrics").text();
        assertThat(Series.value(text, "sse_agent_requests_denied_total", "cause", "unauthenticated"))
                .isEqualTo(5);
        assertThat(Series.value(text, "sse_agent_requests_denied_total", "cause", "throttled"))
                .isEqualTo(1);
        assertThat(Series.value(text, "sse_agent_requests_denied_total", "cause", "forbidden"))
                .isZero();
    }

    @Test
    void whoSwitchesIsLoggedByName() throws Exception {
        RawResponse response =
                running.send("POST /-/disable HTTP/1.1\r\n" + REMOTE + "\r\n" + basic("alice", PASSWORD) + "\r\n\r\n");

        assertThat(response.status()).isEqualTo(200);
        assertThat(running.logged())
                .contains("disabled by POST /-/disable from 127.0.0.1 as alice")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aPageInABrowserCannotUseThePasswordThatTheBrowserRemembers() throws Exception {
        RawResponse response = running.send(
                "POST /-/disable HTTP/1.1\r\nOrigin: http://evil.example\r\n" + basic("alice", PASSWORD) + "\r\n\r\n");

        assertThat(response.status()).isEqualTo(403);
        assertThat(running.recorded.model.isRecording()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "alice:plain-text-secret",
                ":pbkdf2-sha256$10000$c2l4dGVlbiBieXRlcyBvcg==$c2l4dGVlbiBieXRlcyBvcg==",
                "alice:pbkdf2-sha256$9999$c2l4dGVlbiBieXRlcyBvcg==$c2l4dGVlbiBieXRlcyBvcg==",
                "alice:pbkdf2-sha256$10000$c2hvcnQ=$c2l4dGVlbiBieXRlcyBvcg==",
                "alice:pbkdf2-sha256$10000$c2l4dGVlbiBieXRlcyBvcg==$c2hvcnQ=",
                "alice:pbkdf2-sha256$99999999$c2l4dGVlbiBieXRlcyBvcg==$c2l4dGVlbiBieXRlcyBvcg==",
                "alice:pbkdf2-sha1$10000$c2l4dGVlbiBieXRlcyBvcg==$c2l4dGVlbiBieXRlcyBvcg==",
            })
    void withAFileThatCannotBeUsedNothingIsServed(String line) throws Exception {
        Path file = Files.writeString(folder.resolve("broken"), line);
        try (RunningEndpoint closed = new RunningEndpoint(
                EveryFamily.record(), "port=0,host=127.0.0.1,auth.users.file=" + file, RunningEndpoint.PATIENT)) {
            assertThat(closed.endpoint.address()).isNull();
            assertThat(closed.logged())
                    .contains(
                            "ERROR Metrics are not served: their keys or credentials cannot be used", "auth.users.file")
                    .doesNotContain("plain-text-secret", "c2l4dGVlbiBieXRlcyBvcg");
            assertThat(closed.recorded.health.errors()).containsKey("metrics_endpoint");
        }
    }

    @Test
    void aShortTokenOrAMissingFileIsRefusedToo() throws Exception {
        Path file = Files.writeString(folder.resolve("short"), "short-secret\n");
        for (String name :
                new String[] {file.toString(), folder.resolve("missing").toString()}) {
            try (RunningEndpoint closed = new RunningEndpoint(
                    EveryFamily.record(), "port=0,host=127.0.0.1,auth.token.file=" + name, RunningEndpoint.PATIENT)) {
                assertThat(closed.endpoint.address()).isNull();
                assertThat(closed.logged()).contains("auth.token.file").doesNotContain("short-secret");
            }
        }
    }
}
