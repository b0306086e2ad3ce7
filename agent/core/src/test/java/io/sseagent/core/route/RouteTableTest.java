package io.sseagent.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.health.AgentHealth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private final AgentHealth health = new AgentHealth();
    private final RouteTable table = new RouteTable(2, health);

    @Test
    void whatComesAfterTheCapSharesOneRoute() {
        assertThat(table.admit("/a")).isEqualTo("/a");
        assertThat(table.admit("/b")).isEqualTo("/b");
        assertThat(table.admit("/c")).isEqualTo("_other_");
        assertThat(table.admit("/d")).isEqualTo("_other_");

        assertThat(table.admit("/a")).isEqualTo("/a");
        assertThat(table.admit("/b")).isEqualTo("/b");
        assertThat(health.overflows()).containsOnly(Map.entry("http_route", 2L));
    }

    @Test
    void whatIsKnownByNoPathTakesNoPlaceAndIsNoOverflow() {
        assertThat(table.admit("_other_")).isEqualTo("_other_");
        assertThat(table.admit("/a")).isEqualTo("/a");
        assertThat(table.admit("/b")).isEqualTo("/b");
        assertThat(health.overflows()).isEmpty();
    }

    @Test
    void askingTakesNoPlace() {
        assertThat(table.known("/scanner")).isEqualTo("_other_");
        assertThat(table.admit("/a")).isEqualTo("/a");
        assertThat(table.admit("/b")).isEqualTo("/b");

        assertThat(table.known("/a")).isEqualTo("/a");
        assertThat(table.known("/scanner")).isEqualTo("_other_");
        assertThat(health.overflows()).isEmpty();
    }
}
