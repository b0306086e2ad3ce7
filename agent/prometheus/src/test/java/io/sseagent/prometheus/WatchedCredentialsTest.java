package io.sseagent.prometheus;

import static io.sseagent.prometheus.CredentialFiles.PASSWORD;
import static io.sseagent.prometheus.CredentialFiles.TOKEN;
import static io.sseagent.prometheus.CredentialFiles.basic;
import static io.sseagent.prometheus.CredentialFiles.bearer;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WatchedCredentialsTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path users;
    private Path token;
    private RunningEndpoint running;

    @BeforeEach
    void start() throws Exception {
        users = CredentialFiles.users(folder);
        token = CredentialFiles.token(folder);
        modified(users, LONG_AGO);
        modified(token, LONG_AGO);
        running = new RunningEndpoint(
                EveryFamily.record(),
                "port=0,host=127.0.0.1,auth.users.file=" + users + ",auth.token.file=" + token,
                RunningEndpoint.PATIENT);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static void modified(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private int statusFor(String header) throws Exception {
        return running.get("/metrics", header).status();
    }

    @Test
    void aUserWhoIsTakenOutIsRefusedEvenIfRemembered() throws Exception {
        assertThat(statusFor(basic("alice", PASSWORD))).isEqualTo(200);

        Files.writeString(users, "bob:" + CredentialFiles.hash("other") + "\n");
        running.endpoint.refresh();

        assertThat(statusFor(basic("alice", PASSWORD))).isEqualTo(401);
        assertThat(statusFor(basic("bob", "other"))).isEqualTo(200);
        assertThat(running.recorded.health.errors().getOrDefault(EndpointHandler.COMPONENT, 0L))
                .isZero();
    }

    @Test
    void aTokenOfTheSameLengthIsTakenUpWhenItsFileHasANewTime() throws Exception {
        String next = TOKEN.replace('0', '9');
        Files.writeString(token, next + "\n");
        modified(token, LONG_AGO.plusSeconds(1));
        running.endpoint.refresh();

        assertThat(statusFor(bearer(TOKEN))).isEqualTo(401);
        assertThat(statusFor(bearer(next))).isEqualTo(200);
    }

    @Test
    void aSecondChangeWithinTheGranularityOfTheFileSystemIsTakenUpToo() throws Exception {
        Instant now = Instant.now();
        String next = TOKEN.replace('0', '9');
        modified(token, now);
        WatchedCredentials watched = new WatchedCredentials(
                RecordedModel.config("auth.token.file=" + token).exporter().security(),
                new AgentHealth(),
                AgentLog.toStandardError(LogLevel.OFF));

        Files.writeString(token, next + "\n");
        modified(token, now);

        await().atMost(60, SECONDS).until(() -> {
            watched.refresh();
            return watched.userOf("Bearer " + next) != null;
        });
        assertThat(watched.userOf("Bearer " + TOKEN)).isNull();
    }

    @Test
    void whileAFileCannotBeUsedTheFormerCredentialsStay() throws Exception {
        Files.writeString(users, "alice:plain-text-secret\n");
        running.endpoint.refresh();
        running.endpoint.refresh();

        assertThat(statusFor(basic("alice", PASSWORD))).isEqualTo(200);
        assertThat(running.logged().lines())
                .filteredOn(line -> line.contains("WARN"))
                .singleElement()
                .asString()
                .contains("auth.users.file: user 1 in it", "the former ones stay")
                .doesNotContain("plain-text-secret");

        Files.delete(users);
        running.endpoint.refresh();
        assertThat(statusFor(basic("alice", PASSWORD))).isEqualTo(200);

        Files.writeString(users, "carol:" + CredentialFiles.hash("new") + "\n");
        running.endpoint.refresh();
        assertThat(statusFor(basic("carol", "new"))).isEqualTo(200);
        assertThat(statusFor(basic("alice", PASSWORD))).isEqualTo(401);
    }

    @Test
    void whatHasTheSameTimeAndLengthIsNotReadAgain() throws Exception {
        Files.writeString(token, TOKEN.replace('0', '9') + "\n");
        modified(token, LONG_AGO);
        running.endpoint.refresh();

        assertThat(statusFor(bearer(TOKEN))).isEqualTo(200);
    }
}
