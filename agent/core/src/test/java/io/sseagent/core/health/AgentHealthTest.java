package io.sseagent.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AgentHealthTest {
    private final AgentHealth health = new AgentHealth();

    @Test
    void startsWithNothingToSay() {
        assertThat(health.state()).isEqualTo(AgentState.STARTING);
        assertThat(health.taps().taps()).isEmpty();
        assertThat(health.errors()).isEmpty();
        assertThat(health.overflows()).isEmpty();
        assertThat(health.overheadNanos()).isEmpty();
    }

    @Test
    void countsByName() {
        assertThat(health.error("exporter")).isEqualTo(1);
        assertThat(health.error("exporter")).isEqualTo(2);
        assertThat(health.error("tap")).isEqualTo(1);
        health.overflow(Bound.ROUTES);
        health.overhead("scrape", 5);
        health.scraped(7);
        health.started(11);

        assertThat(health.errors()).isEqualTo(Map.of("exporter", 2L, "tap", 1L));
        assertThat(health.overflows()).isEqualTo(Map.of("http_route", 1L));
        assertThat(health.overheadNanos()).isEqualTo(Map.of("scrape", 12L));
        assertThat(health.scrapeNanos()).isEqualTo(7);
        assertThat(health.startNanos()).isEqualTo(11);
    }

    @Test
    void anExpectedComponentStartsAtZero() {
        AgentHealth health = new AgentHealth();
        health.expect("exporter");
        assertThat(health.errors()).isEqualTo(Map.of("exporter", 0L));

        health.error("exporter");
        health.expect("exporter");
        assertThat(health.errors()).isEqualTo(Map.of("exporter", 1L));
    }

    @Test
    void tellsStateAndTapsAsTheyAreNow() {
        TapStatus tap = new TapStatus("tomcat-7.0", "10.1.34", "matched", Set.of("WriteAdvice"));
        health.state(AgentState.RUNNING);
        health.taps(() -> Collections.singletonList(tap));

        assertThat(health.state().label()).isEqualTo("running");
        assertThat(health.taps().taps()).containsExactly(tap);
        assertThat(tap.tap()).isEqualTo("tomcat-7.0");
        assertThat(tap.libraryVersion()).isEqualTo("10.1.34");
        assertThat(tap.status()).isEqualTo("matched");
        assertThat(tap.components()).containsExactly("WriteAdvice");
    }

    @Test
    void aReadingIsACopy() {
        health.error("exporter");
        Map<String, Long> reading = health.errors();
        health.error("exporter");

        assertThat(reading).isEqualTo(Map.of("exporter", 1L));
    }

    @Test
    void namesAreBoundedAndNoCountIsLost() {
        for (int i = 0; i < 10_000; i++) {
            health.error("component " + i);
        }

        Map<String, Long> errors = health.errors();
        assertThat(errors).hasSize(101).containsEntry("_other_", 9_900L).containsEntry("component 0", 1L);
    }

    @Test
    void threadsCountTogether() throws Exception {
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int n = 0; n < 100_000; n++) {
                    health.error("tap");
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
            assertThat(thread.isAlive()).isFalse();
        }

        assertThat(health.errors()).isEqualTo(Map.of("tap", 400_000L));
    }
}
