package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.testapps.matrix.faults.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What is woven into the JDK itself throws in turn, in every thread that starts and every task that is submitted anywhere in the JVM:
 * the application's answers stay what they are, and the hook goes.
 */
class JdkConcurrencyFaultTest {
    static final String TAP = "jdk-concurrency";

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    /** Its classes are all there from then on. */
    private static final int COMPLETE_SINCE = 21;

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void a_hook_in_the_jdk_that_throws_is_switched_off_and_nobody_notices() throws IOException {
        Jdk jdk = Jdk.all().stream().max(Comparator.comparingInt(Jdk::feature)).orElseThrow();
        Set<String> proved = new TreeSet<>();
        String option = FaultInjector.option(Hooks.HANDLER);
        try (ForkedServer server = ForkedServer.underAgent(TestApp.JDK_HTTPSERVER, jdk, "orphans.enabled=true")
                .with(option)) {
            AgentMetrics metrics = server.agent();
            OrphansTest.wake(server, metrics);
            try (FaultInjector injector = FaultInjector.of(server)) {
                Hooks hooks = new Hooks(injector);
                assertAnswers(server, jdk);
                for (String hook : ofTap(hooks.woven())) {
                    Fault fault = Fault.values()[proved.size() % Fault.values().length];
                    hooks.arm(hook, fault, Integer.MAX_VALUE);
                    long deadlineNanos = System.nanoTime() + DEADLINE.toNanos();
                    while (hooks.woven().contains(hook)) {
                        assertAnswers(server, jdk);
                        assertThat(System.nanoTime())
                                .as("%s throws %s", hook, fault)
                                .isLessThan(deadlineNanos);
                    }
                    hooks.disarm();
                    assertAnswers(server, jdk);
                    proved.add(hook);
                }
            }
            assertThat(metrics.read().has("sse_agent_tap_info", "tap", TAP, "status", "failed"))
                    .isTrue();
            assertThat(server.jvm().output()).doesNotContain("[faults] failed", "\tat io.sseagent.bootstrap");
        }
        if (jdk.feature() >= COMPLETE_SINCE) {
            assertThat(proved).isEqualTo(ofTap(AdviceFaults.adviceInJar()));
        }
    }

    private static void assertAnswers(ForkedServer server, Jdk jdk) {
        for (OrphansTest.Leak leak : OrphansTest.Leak.of(jdk)) {
            leak.plant(server, "clean=true");
        }
    }

    private static Set<String> ofTap(Set<String> hooks) {
        Set<String> ours = new TreeSet<>(hooks);
        ours.removeIf(hook -> !Hooks.tap(hook).equals(TAP));
        return ours;
    }
}
