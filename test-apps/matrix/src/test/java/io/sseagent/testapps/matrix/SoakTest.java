package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.Scrape;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The Maven profile {@code soak}: thousands of streams for half an hour, or as long as {@code -Dsoak.minutes} says, of clients that
 * come and go, are cut off, read too slowly or not at all, and of an application that is redeployed under them.
 */
@Tag("soak")
class SoakTest {
    private static final Duration DURATION = Duration.ofMinutes(Integer.getInteger("soak.minutes", 30));
    private static final int STREAMS = 5000;
    /** Tomcat takes 90 KB for a connection. */
    private static final String HEAP = "-Xmx1g";
    /** For everything but the streams, on either side. */
    private static final int SPARE_FILES = 500;

    private static final Duration SCRAPE_EVERY = Duration.ofSeconds(2);
    private static final Duration REDEPLOY_EVERY = Duration.ofSeconds(30);
    private static final int SAMPLES = 36;
    private static final Duration SHORTEST_SAMPLING = Duration.ofSeconds(4);
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final String REDEPLOYED = "/redeployed";
    private static final Pattern TROUBLE =
            Pattern.compile("(?m)^(.*SEVERE.*|\\[sse-agent] (WARN(?! alert:)|ERROR).*|.*OutOfMemory.*)$");

    private static final List<String> REASONS = List.of(
            "complete",
            "client_closed",
            "write_failed",
            "async_timeout",
            "idle_timeout",
            "app_error",
            "truncated",
            "shutdown",
            "unknown");

    private final List<SoakSample> samples = new ArrayList<>();
    private int scrapes;
    private int redeployments;

    @Test
    void nothing_fails_grows_or_is_left_behind() throws Exception {
        int streams = streams();
        try (ForkedServer server =
                ForkedServer.underAgent(Tomcat.of("10.1.59"), Jdk.all().get(0)).with(HEAP)) {
            AgentMetrics metrics = server.agent();
            try (ManagedJvm jvm = ManagedJvm.of(server.jvm())) {
                TomcatDeployer deployer = new TomcatDeployer(jvm);
                deployer.startAllThreads(server.application());
                deployer.deploy(TestApp.file("war-jakarta.war"), REDEPLOYED);
                SoakCounts counts = soak(server.application(), streams, metrics, jvm, deployer);
                Scrape end = end(metrics);
                tell(streams, counts, end, jvm);

                assertThat(counts.wrong()).isEmpty();
                assertThat(end.sum("sse_events_total")).isGreaterThanOrEqualTo((double) counts.events.get());
                assertThat(end.sum("sse_streams_opened_total")).isGreaterThanOrEqualTo((double) counts.opened.get());
                assertThat(end.sum("sse_streams_closed_total")).isEqualTo(end.sum("sse_streams_opened_total"));
                assertThat(end.sum("sse_agent_streams_tracked")).isZero();
                assertThat(end.sum("sse_agent_errors_total")).isZero();
                assertThat(end.sum("sse_agent_breaker_trips_total")).isZero();
                assertThat(jvm.instances("io.sseagent.core.stream.LiveStream")).isZero();
                assertThat(deployer.classLoaders(2)).isEqualTo(2);
                assertThat(TROUBLE.matcher(server.jvm().output()).results().map(found -> found.group()))
                        .isEmpty();
                assertThatNothingGrew();
            }
        }
    }

    private static int streams() {
        long files =
                ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getMaxFileDescriptorCount();
        return (int) Math.min(STREAMS, files - SPARE_FILES);
    }

    private SoakCounts soak(URI application, int streams, AgentMetrics metrics, ManagedJvm jvm, TomcatDeployer deployer)
            throws Exception {
        InetSocketAddress address = new InetSocketAddress(application.getHost(), application.getPort());
        try (SoakClients clients = SoakClients.of(address, streams)) {
            Awaitility.await("everybody is there")
                    .atMost(DEADLINE)
                    .until(() -> clients.counts().open.get() >= streams * 9 / 10);
            Every sampling = new Every(max(SHORTEST_SAMPLING, DURATION.dividedBy(SAMPLES)));
            Every redeploying = new Every(REDEPLOY_EVERY);
            long start = System.nanoTime();
            Awaitility.await("the end of the soak")
                    .atMost(DURATION.plus(DEADLINE))
                    .pollInterval(SCRAPE_EVERY)
                    .until(() -> {
                        Scrape page = consistent(metrics.read());
                        assertThat(page.sum("sse_streams_active")).isGreaterThan(streams / 2.0);
                        if (redeploying.isTime()) {
                            deployer.undeploy(REDEPLOYED);
                            deployer.deploy(REDEPLOYED);
                            redeployments++;
                        }
                        if (sampling.isTime()) {
                            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
                            samples.add(SoakSample.of(seconds, jvm, page));
                        }
                        return System.nanoTime() - start >= DURATION.toNanos();
                    });
            return clients.counts();
        }
    }

    /** All from one scrape. */
    private Scrape consistent(Scrape page) {
        scrapes++;
        assertThat(page.sum("sse_streams_opened_total") - page.sum("sse_streams_closed_total"))
                .as("open streams of scrape %d", scrapes)
                .isEqualTo(page.sum("sse_streams_active"));
        return page;
    }

    /** The server notices with its next writes that everybody has left. */
    private Scrape end(AgentMetrics metrics) {
        return Awaitility.await("the end of all streams")
                .atMost(DEADLINE)
                .pollInterval(SCRAPE_EVERY)
                .until(() -> consistent(metrics.read()), page -> page.sum("sse_streams_active") == 0);
    }

    private void assertThatNothingGrew() {
        double heap = samples.get(samples.size() - 1).heapMebibytes();
        assertThat(SoakSample.growth(samples, SoakSample::heapMebibytes)).isLessThan(4 + heap * 0.05);
        assertThat(SoakSample.growth(samples, SoakSample::otherMebibytes)).isLessThan(4);
        assertThat(SoakSample.growth(samples, SoakSample::threads)).isLessThan(10);
        assertThat(SoakSample.growth(samples, SoakSample::files)).isLessThan(500);
    }

    private void tell(int streams, SoakCounts counts, Scrape end, ManagedJvm jvm) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                "soak of %d min with %d streams (%d if open files allow)%n%s%n",
                DURATION.toMinutes(), streams, STREAMS, SoakSample.heading()));
        samples.forEach(sample -> table.append(sample).append('\n'));
        table.append(String.format(
                "clients: %s streams, %s events, %s too slow, %s turned away, wrong %s%n",
                counts.opened, counts.events, counts.timedOut, counts.turnedAway, counts.wrong()));
        table.append(String.format(
                "agent: %d scrapes, %d redeployments, %.0f events, processor time of the server %d s%nclosed:",
                scrapes, redeployments, end.sum("sse_events_total"), TimeUnit.NANOSECONDS.toSeconds(jvm.cpuNanos())));
        for (String reason : REASONS) {
            table.append(String.format(" %s %.0f", reason, end.sum("sse_streams_closed_total", "reason", reason)));
        }
        System.out.println(table);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Something that is to be done every now and then. */
    private static final class Every {
        private final long intervalNanos;
        private long lastNanos = System.nanoTime();

        Every(Duration interval) {
            this.intervalNanos = interval.toNanos();
        }

        boolean isTime() {
            long now = System.nanoTime();
            boolean isTime = now - lastNanos >= intervalNanos;
            lastNanos = isTime ? now : lastNanos;
            return isTime;
        }
    }
}
