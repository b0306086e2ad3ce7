package io.sseagent.core.gc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.health.AgentHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.Notification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcNotificationsTest {
    private final AgentHealth health = new AgentHealth();

    @Test
    void theCollectorOfThisJvmIsHeard() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        new GcNotifications(
                        (gc, cause, nanos) -> {
                            if (cause.equals("System.gc()") && nanos >= 0) {
                                heard.countDown();
                            }
                        },
                        health)
                .begin();
        System.gc();

        assertThat(heard.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(health.errors()).isEmpty();
    }

    /** Every bean of JDK 8 to 25. */
    @ParameterizedTest
    @CsvSource({
        "G1 Young Generation, true",
        "G1 Old Generation, true",
        "G1 Concurrent GC, true",
        "PS Scavenge, true",
        "PS MarkSweep, true",
        "Copy, true",
        "MarkSweepCompact, true",
        "ParNew, true",
        "ConcurrentMarkSweep, true",
        "ZGC, false",
        "ZGC Cycles, false",
        "ZGC Pauses, true",
        "ZGC Minor Cycles, false",
        "ZGC Minor Pauses, true",
        "ZGC Major Cycles, false",
        "ZGC Major Pauses, true",
        "Shenandoah Cycles, false",
        "Shenandoah Pauses, true",
    })
    void cyclesAreNoPauses(String collector, boolean stopsTheWorld) {
        assertThat(GcNotifications.stopsTheWorld(collector)).isEqualTo(stopsTheWorld);
    }

    @Test
    void whatCannotBeReadIsCountedTenTimes() {
        List<String> told = new ArrayList<>();
        GcNotifications notifications = new GcNotifications((gc, cause, nanos) -> told.add(gc), health);
        for (int i = 0; i < 20; i++) {
            notifications.handleNotification(new Notification("type", this, i), null);
        }
        assertThat(health.errors()).isEqualTo(Map.of("gc", 10L));
        assertThat(told).isEmpty();
    }
}
