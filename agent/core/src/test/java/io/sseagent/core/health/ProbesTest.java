package io.sseagent.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final Map<Long, Long> cpu = new HashMap<>();
    private final AgentThreads threads = new AgentThreads();
    private final CpuProbe probe = new CpuProbe(threads, now::get);

    private double readAfterASecond() {
        now.addAndGet(SECOND);
        return probe.read();
    }

    @Test
    void cpuIsTheShareOfOneProcessorOverThirtyReadings() {
        Thread own = Thread.currentThread();
        threads.measureWith(id -> cpu.getOrDefault(id, -1L));
        threads.add(own);
        for (int i = 0; i < 30; i++) {
            assertThat(readAfterASecond()).isNaN();
        }
        cpu.put(own.getId(), 6 * SECOND);

        assertThat(readAfterASecond()).isCloseTo(0.2, within(1e-9));
        for (int i = 0; i < 29; i++) {
            assertThat(readAfterASecond()).isCloseTo(0.2, within(1e-9));
        }
        assertThat(readAfterASecond()).isZero();
    }

    @Test
    void cpuIsUnknownUntilItIsMeasured() {
        assertThat(probe.read()).isNaN();
        threads.ending();
        assertThat(threads.cpuNanos()).isEqualTo(-1);
    }

    @Test
    void theTimeOfThreadsThatEndedIsKept() throws Exception {
        Thread shortLived = new Thread(threads::ending);
        Thread longLived = new Thread(() -> {});
        threads.measureWith(id -> cpu.getOrDefault(id, -1L));
        cpu.put(shortLived.getId(), 3L);
        cpu.put(longLived.getId(), 4L);
        threads.add(longLived);
        shortLived.start();
        shortLived.join();
        assertThat(threads.cpuNanos())
                .as("a thread that is not alive is taken off")
                .isEqualTo(7);

        cpu.clear();
        assertThat(threads.cpuNanos()).isEqualTo(7);
    }

    @Test
    void theJvmMeasuresItsThreads() {
        JmxCpuClock clock = new JmxCpuClock();

        assertThat(clock.cpuNanos(Thread.currentThread().getId())).isPositive();
        assertThat(clock.cpuNanos(Long.MAX_VALUE)).isEqualTo(-1);
    }

    @Test
    void heapIsWhatACollectionLeavesInTheOldGeneration() {
        HeapProbe heap = new HeapProbe();
        System.gc();

        assertThat(heap.read()).isGreaterThan(0).isLessThan(0.9);
    }

    @Test
    void theSlowestScrapeIsToldOnce() {
        AgentHealth health = new AgentHealth();
        ScrapeProbe scrape = new ScrapeProbe(health);
        assertThat(scrape.read()).isNaN();

        health.answered(2 * SECOND);
        health.answered(3 * SECOND);
        health.answered(SECOND);

        assertThat(scrape.read()).isEqualTo(3);
        assertThat(scrape.read()).isNaN();
    }
}
