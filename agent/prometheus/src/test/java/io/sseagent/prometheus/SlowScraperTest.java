package io.sseagent.prometheus;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that take their time over a page of eight megabytes, more than the kernel's buffers hold. */
@Timeout(180)
class SlowScraperTest {
    private static final EndpointLimits STRICT = new EndpointLimits(8, 2_000, 2_000, 20);
    private static final int CLIENTS = 1_000;
    private static final long MEGABYTE = 1 << 20;

    static RunningEndpoint large(EndpointLimits limits) {
        RecordedModel large = new RecordedModel();
        for (int route = 0; route < 200; route++) {
            large.open(RecordedModel.get("/").route("/" + "long-route-name".repeat(100) + route));
        }
        return new RunningEndpoint(large, "port=0,host=127.0.0.1", limits);
    }

    @Test
    void oneThatReadsAByteAtATimeIsCutOff() throws Exception {
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger read = new AtomicInteger();
        try (RunningEndpoint running = large(STRICT);
                RawClient slow = new RawClient(running.port())) {
            slow.send("GET /metrics HTTP/1.1\r\n\r\n");
            assertThat(slow.socket.getInputStream().read()).isEqualTo('H');
            assertThat(connectionThreads()).isEqualTo(1);
            ScheduledFuture<?> reading = pace.scheduleWithFixedDelay(
                    () -> {
                        try {
                            read.addAndGet(slow.socket.getInputStream().read() < 0 ? 0 : 1);
                        } catch (IOException cutOff) {
                            // there is no more to read
                        }
                    },
                    0,
                    20,
                    MILLISECONDS);

            await().atMost(60, SECONDS).until(() -> connectionThreads() == 0);
            reading.cancel(true);
            assertThat(read.get()).isBetween(1, 10_000);
            assertThat(running.logged()).doesNotContain("WARN", "ERROR");
        } finally {
            pace.shutdownNow();
        }
    }

    @Test
    void aThousandThatDoNotReadHoldEightThreadsAndNoMemoryAfterwards() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        try (RunningEndpoint running = large(STRICT)) {
            int pageBytes = running.get("/metrics").body().length;
            long before = usedHeap();
            int most = 0;
            for (int i = 0; i < CLIENTS; i++) {
                RawClient client = new RawClient(running.port());
                clients.add(client);
                sendOrBeRefused(client);
                most = Math.max(most, connectionThreads());
            }

            assertThat(most).isBetween(1, 8);
            // what they hold at most: their pages, one of them twice while it is made
            assertThat(usedHeap() - before).isLessThan(12L * pageBytes + 16 * MEGABYTE);
            await().atMost(60, SECONDS).until(() -> connectionThreads() == 0);
            await().atMost(60, SECONDS).until(() -> usedHeap() - before < 16 * MEGABYTE);
            assertThat(running.get("/metrics").status()).isEqualTo(200);
            assertThat(running.logged()).doesNotContain("WARN", "ERROR");
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    private static void sendOrBeRefused(RawClient client) {
        try {
            client.send("GET /metrics HTTP/1.1\r\n\r\n");
        } catch (IOException refused) {
            // told to come back, and not waited for
        }
    }

    private static int connectionThreads() {
        int count = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            count += thread.getName().equals("sse-agent-metrics-connection") ? 1 : 0;
        }
        return count;
    }

    static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
