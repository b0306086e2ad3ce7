package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.testapps.matrix.FaultInjector.Place;
import io.sseagent.testapps.matrix.faults.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** Every advice of the taps that a server runs throws in turn, and its application's answers stay what they are without the agent. */
final class AdviceFaults {
    private static final int FAILURES_TO_SWITCH_OFF = 10;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private AdviceFaults() {}

    /** Fails if a hook that throws is not switched off alone, or if the application notices anything. The advice that threw. */
    static Set<String> prove(Launch launch, Jdk jdk) throws IOException {
        Set<String> proved = new TreeSet<>();
        Map<String, String> expected;
        try (ForkedServer alone = ForkedServer.alone(launch, jdk)) {
            alone.application();
            expected = new Traffic(alone).responses();
        }
        // what runs while the server starts, throws then
        String everything = FaultInjector.option(Fault.RUNTIME_EXCEPTION.name() + "," + Hooks.HANDLER);
        try (ForkedServer server = ForkedServer.underAgent(launch, jdk).with(everything)) {
            AgentMetrics metrics = server.agent();
            if (launch instanceof UnknownContainer) {
                // the fallback takes its time
                metrics.await("the fallback", page -> page.has("sse_agent_tap_info", "tap", server.tap()));
            }
            try (FaultInjector injector = FaultInjector.of(server)) {
                Hooks hooks = new Hooks(injector);
                Set<String> atStart = hooks.thatThrew();
                Traffic traffic = new Traffic(server);
                assertThat(traffic.responses()).isEqualTo(expected);
                Set<String> reached = hooks.reached();
                reached.removeAll(atStart);
                reached.removeIf(launch::isOutOfReach);
                Set<String> atStop = hooks.woven();
                atStop.removeAll(reached);
                atStop.removeAll(atStart);
                atStop.removeIf(launch::isOutOfReach);

                assertEvenTheHandlerMayThrow(hooks, metrics, traffic, expected);
                Map<String, Integer> untold = hooks.counts(Place::thrown);
                int turn = launch.title().length();
                Set<String> waiting = new TreeSet<>(reached);
                for (String hook : reached) {
                    waiting.remove(hook);
                    Fault fault = Fault.values()[turn % Fault.values().length];
                    turn++;
                    assertSwitchedOff(hook, fault, hooks, waiting, traffic, expected);
                    assertTold(hook, hooks.counts(Place::thrown).get(hook) - untold.get(hook), server, metrics);
                    assertTapIsWithout(hook, hooks.woven(), metrics.read());
                    assertUntouched(waiting, metrics.read());
                }
                assertThat(traffic.responses()).isEqualTo(expected);
                for (String hook : atStart) {
                    assertThat(errors(metrics.read(), hook)).as(hook).isEqualTo(1);
                    assertThat(lines(server, hook)).as(hook).hasSize(1);
                }
                assertStops(server, atStop, hooks);
                proved.addAll(atStart);
                proved.addAll(reached);
                proved.addAll(atStop);
            }
            assertThat(server.jvm().output())
                    .doesNotContain("[faults] failed", "\tat io.sseagent.bootstrap", "\tat io.sseagent.core");
        }
        return proved;
    }

    /** Of a stack that is used up, not even the call of the failure handler can begin. Then nothing can be told, either. */
    private static void assertEvenTheHandlerMayThrow(
            Hooks hooks, AgentMetrics metrics, Traffic traffic, Map<String, String> expected) {
        Scrape before = metrics.read();
        hooks.arm(Hooks.HANDLER, Fault.STACK_OVERFLOW, Integer.MAX_VALUE);
        hooks.woven().forEach(hook -> hooks.arm(hook, Fault.STACK_OVERFLOW, Integer.MAX_VALUE));
        assertThat(traffic.responses()).isEqualTo(expected);
        // before the handler, which what is under way still calls
        hooks.woven().forEach(hook -> hooks.arm(hook, Fault.STACK_OVERFLOW, 0));
        hooks.disarm();
        assertThat(metrics.read().since(before).sum("sse_agent_errors_total")).isZero();
        assertThat(traffic.responses()).isEqualTo(expected);
        assertThat(metrics.read().since(before).sum("sse_events_total")).isPositive();
    }

    /** The others stay where they are, and those of which it can be told have run meanwhile. */
    private static void assertSwitchedOff(
            String hook, Fault fault, Hooks hooks, Set<String> running, Traffic traffic, Map<String, String> expected) {
        Map<String, Integer> before = hooks.counts(Place::reached);
        Set<String> others = hooks.woven();
        others.remove(hook);
        hooks.arm(hook, fault, Integer.MAX_VALUE);
        long deadlineNanos = System.nanoTime() + DEADLINE.toNanos();
        while (hooks.woven().contains(hook)) {
            assertThat(traffic.responses()).as("%s throws %s", hook, fault).isEqualTo(expected);
            assertThat(System.nanoTime()).as("the end of " + hook).isLessThan(deadlineNanos);
        }
        hooks.disarm();
        assertThat(hooks.woven()).isEqualTo(others);
        // a server notices when it likes that a client has left
        Set<String> silent = new TreeSet<>(running);
        while (true) {
            Map<String, Integer> now = hooks.counts(Place::reached);
            silent.removeIf(other -> now.get(other) > before.get(other));
            if (silent.isEmpty()) {
                return;
            }
            assertThat(System.nanoTime()).as("calls of " + silent).isLessThan(deadlineNanos);
            assertThat(traffic.responses()).isEqualTo(expected);
        }
    }

    private static void assertTold(String hook, int thrown, ForkedServer server, AgentMetrics metrics) {
        assertThat(thrown).as(hook).isGreaterThanOrEqualTo(FAILURES_TO_SWITCH_OFF);
        Scrape page = metrics.read();
        assertThat(errors(page, hook)).as(hook).isEqualTo(thrown);
        List<String> lines = lines(server, hook);
        assertThat(lines)
                .filteredOn(line -> line.contains("ERROR a hook failed too often and is switched off"))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("WARN a hook failed, the application saw"))
                .hasSizeLessThan(2);
        assertThat(lines).hasSizeLessThan(3);
    }

    private static void assertTapIsWithout(String hook, Set<String> left, Scrape page) {
        String tap = Hooks.tap(hook);
        boolean inPart = left.stream().anyMatch(other -> Hooks.tap(other).equals(tap));
        // more than one where a tap has types in several libraries
        assertThat(page.sum("sse_agent_tap_info", "tap", tap, "status", inPart ? "degraded" : "failed"))
                .as(hook)
                .isPositive();
    }

    private static void assertUntouched(Set<String> others, Scrape page) {
        for (String other : others) {
            assertThat(page.has("sse_agent_errors_total", "component", Hooks.component(other)))
                    .as(other)
                    .isTrue();
            assertThat(errors(page, other)).as(other).isZero();
        }
    }

    private static double errors(Scrape page, String hook) {
        return page.sum("sse_agent_errors_total", "component", Hooks.component(hook));
    }

    private static List<String> lines(ForkedServer server, String hook) {
        return server.agentProblems().stream()
                .filter(line -> line.matches(".*\\Q" + hook + "\\E(:.*)?"))
                .toList();
    }

    /** What nothing has reached so far runs when the server stops, or never. */
    private static void assertStops(ForkedServer server, Set<String> atStop, Hooks hooks) {
        atStop.forEach(hook -> hooks.arm(hook, Fault.ERROR, 1));
        server.jvm().terminate();
        server.jvm().awaitEnd();
        String output = server.jvm().output();
        assertThat(atStop)
                .allSatisfy(hook -> assertThat(output).as("reached by nothing").contains("throws at " + hook + "@"));
    }

    /** Class names of all advice that the jar holds. */
    static Set<String> adviceInJar() throws IOException {
        try (JarFile jar = new JarFile(ForkedServer.AGENT_JAR)) {
            return jar.stream()
                    .map(entry -> entry.getName().replace('/', '.'))
                    .filter(name -> name.matches(".*\\.instrumentation\\..*\\$\\w*Advice\\.classdata"))
                    .map(name -> name.substring(name.indexOf('.') + 1, name.lastIndexOf('.')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
