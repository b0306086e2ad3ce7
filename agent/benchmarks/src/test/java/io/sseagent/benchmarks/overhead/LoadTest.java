package io.sseagent.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void eventsAreSpreadOverStreamsAndCountedAsSent() {
        Load load = Load.events(1_000_000, true);

        assertThat(load.requests()).isEqualTo(200);
        assertThat(load.units()).isEqualTo(1_000_000);
        assertThat(load.path()).isEqualTo("/events?events=5000&flush=true");
    }

    @Test
    void whatDoesNotFillAStreamIsNotDividedBy() {
        assertThat(Load.events(12_500, true).units()).isEqualTo(10_000);
        assertThat(Load.events(300, false).units()).isEqualTo(300);
    }

    @Test
    void theCommandNamesPortConnectionsRequestsAndPause() {
        assertThat(Load.requests(700).command(8080)).isEqualTo("run 8080 8 700 0 /plain");
    }
}
