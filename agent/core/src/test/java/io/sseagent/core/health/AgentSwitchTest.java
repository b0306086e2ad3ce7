package io.sseagent.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgentSwitchTest {
    private final RecordedSwitch recorded = new RecordedSwitch();
    private final AgentSwitch agentSwitch = recorded.agentSwitch;

    @Test
    void disablesAndEnablesWithOneLineEachThatSaysWho() {
        agentSwitch.disable(DisabledBy.REQUEST, "POST /-/disable from 127.0.0.1");
        assertThat(recorded.health.state()).isEqualTo(AgentState.DISABLED);
        agentSwitch.enable(DisabledBy.REQUEST, "POST /-/enable from 127.0.0.1");

        assertThat(recorded.switched).containsExactly(false, true);
        assertThat(recorded.health.state()).isEqualTo(AgentState.RUNNING);
        assertThat(recorded.logged())
                .containsExactly(
                        "[sse-agent] WARN the agent is disabled by POST /-/disable from 127.0.0.1 (change 1)",
                        "[sse-agent] WARN the agent is enabled by POST /-/enable from 127.0.0.1 (change 2)");
    }

    @Test
    void everyHolderHasToLetGo() {
        agentSwitch.disable(DisabledBy.FILE, "a file");
        agentSwitch.disable(DisabledBy.BREAKER, "the breaker");
        agentSwitch.enable(DisabledBy.FILE, "a file");

        assertThat(recorded.switched).doesNotContain(true);
        assertThat(recorded.health.state()).isEqualTo(AgentState.DISABLED);
        assertThat(agentSwitch.heldBy()).containsExactly("the circuit breaker");
        assertThat(recorded.logged().get(2))
                .endsWith("not disabled any more by a file, still by the circuit breaker (change 3)");

        agentSwitch.enable(DisabledBy.BREAKER, "the breaker");
        assertThat(recorded.switched).endsWith(true);
        assertThat(agentSwitch.heldBy()).isEmpty();
    }

    @Test
    void repetitionsChangeNothingAndSayNothing() {
        agentSwitch.enable(DisabledBy.REQUEST, "nobody");
        agentSwitch.disable(DisabledBy.REQUEST, "one");
        agentSwitch.disable(DisabledBy.REQUEST, "another");

        assertThat(recorded.switched).containsExactly(false);
        assertThat(recorded.logged()).hasSize(1);
    }

    @Test
    void theSameChangeIsLoggedEachTime() {
        for (int i = 0; i < 3; i++) {
            agentSwitch.disable(DisabledBy.REQUEST, "one");
            agentSwitch.enable(DisabledBy.REQUEST, "one");
        }

        assertThat(recorded.logged()).hasSize(6);
    }
}
