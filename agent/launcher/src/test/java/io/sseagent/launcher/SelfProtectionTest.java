package io.sseagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.AgentState;
import io.sseagent.core.health.AgentSwitch;
import io.sseagent.core.health.DisabledBy;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfProtectionTest {
    @TempDir
    Path folder;

    private final List<Boolean> switched = new ArrayList<>();
    private final AgentHealth health = new AgentHealth();
    private final AgentLog log = AgentLog.toStandardError(LogLevel.OFF);
    private final AgentSwitch agentSwitch = new AgentSwitch(switched::add, health, log);
    private Path file;

    @BeforeEach
    void running() {
        file = folder.resolve("disable");
        health.state(AgentState.RUNNING);
    }

    private SelfProtection protection(String settings) {
        AgentConfig config = AgentConfig.load(settings, new Properties(), Map.of());
        assertThat(config.problems()).isEmpty();
        return new SelfProtection(config.protection(), agentSwitch, health, log);
    }

    private static void tick(SelfProtection protection) {
        protection.checkFile();
        protection.checkLimits();
    }

    @Test
    void theFileDisablesAsLongAsItExists() throws Exception {
        SelfProtection protection = protection("disable.file=" + file);
        tick(protection);
        assertThat(switched).isEmpty();

        Files.createFile(file);
        tick(protection);
        tick(protection);
        assertThat(health.state()).isEqualTo(AgentState.DISABLED);
        assertThat(switched).containsExactly(false);

        Files.delete(file);
        tick(protection);
        assertThat(health.state()).isEqualTo(AgentState.RUNNING);
        assertThat(switched).containsExactly(false, true);
    }

    @Test
    void aFileThatIsThereAtTheStartDisablesBeforeAnythingIsSeen() throws Exception {
        Files.createFile(file);

        protection("disable.file=" + file).start();

        assertThat(switched).containsExactly(false);
    }

    @Test
    void theFileDoesNotUndoWhatARequestDid() throws Exception {
        SelfProtection protection = protection("disable.file=" + file);
        agentSwitch.disable(DisabledBy.REQUEST, "somebody");
        Files.createFile(file);
        tick(protection);
        Files.delete(file);
        tick(protection);

        assertThat(health.state()).isEqualTo(AgentState.DISABLED);
    }

    @Test
    void theBreakerIsArmedAfterTheStartAndTripsOnSlowScrapes() {
        SelfProtection protection = protection("breaker.scrape=1s,breaker.recovery=1h");
        for (int second = 0; second < 10; second++) {
            health.answered(TimeUnit.SECONDS.toNanos(2));
            tick(protection);
        }
        assertThat(switched).isEmpty();
        assertThat(health.threads().cpuNanos()).as("no bean was woken").isEqualTo(-1);

        for (int second = 0; second < 3; second++) {
            health.answered(TimeUnit.SECONDS.toNanos(2));
            tick(protection);
        }
        assertThat(health.threads().cpuNanos()).isPositive();
        assertThat(health.trips()).isEqualTo(Map.of("scrape", 1L));
        assertThat(health.state()).isEqualTo(AgentState.DISABLED);
    }

    @Test
    void withEveryLimitOffNothingIsMeasured() {
        SelfProtection protection = protection("breaker.heap=off,breaker.cpu=off,breaker.scrape=off");
        for (int second = 0; second < 60; second++) {
            health.answered(TimeUnit.HOURS.toNanos(1));
            tick(protection);
        }

        assertThat(switched).isEmpty();
        assertThat(health.threads().cpuNanos()).isEqualTo(-1);
    }
}
