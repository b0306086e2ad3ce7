package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.SseServerContract;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints, once all tests have run, how many facts of {@link SseServerContract} each server passed on each JDK. */
public final class FactsTable implements TestExecutionListener {
    private static final Pattern SERVER = Pattern.compile("(.+) on (JDK \\d+)");

    private final Map<String, Map<String, Facts>> servers = new TreeMap<>();
    private final Set<String> jdks = new TreeSet<>();
    private TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean isFact = test.isTest()
                && test.getSource()
                        .filter(source -> source instanceof MethodSource method
                                && SseServerContract.class.isAssignableFrom(method.getJavaClass()))
                        .isPresent();
        if (isFact) {
            count(test, result);
        }
    }

    private synchronized void count(TestIdentifier fact, TestExecutionResult result) {
        for (TestIdentifier each = fact;
                each != null;
                each = plan.getParent(each).orElse(null)) {
            Matcher server = SERVER.matcher(each.getDisplayName());
            if (server.matches()) {
                jdks.add(server.group(2));
                servers.computeIfAbsent(server.group(1), name -> new TreeMap<>())
                        .computeIfAbsent(server.group(2), jdk -> new Facts())
                        .count(result.getStatus());
                return;
            }
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan finished) {
        if (!servers.isEmpty()) {
            System.out.println(this);
            servers.clear();
        }
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("\nFacts of the contract that each server passed under the agent:\n\n");
        table.append("| server | ").append(String.join(" | ", jdks)).append(" |\n");
        table.append("|---".repeat(1 + jdks.size())).append("|\n");
        servers.forEach((server, facts) -> table.append("| ")
                .append(server)
                .append(jdks.stream()
                        .map(jdk -> " | " + (facts.containsKey(jdk) ? facts.get(jdk) : ""))
                        .collect(Collectors.joining()))
                .append(" |\n"));
        return table.toString();
    }

    private static final class Facts {
        private int passed;
        private int failed;
        private int leftOut;

        void count(TestExecutionResult.Status status) {
            switch (status) {
                case SUCCESSFUL -> passed++;
                case FAILED -> failed++;
                case ABORTED -> leftOut++;
            }
        }

        @Override
        public String toString() {
            String told = leftOut == 0 ? "" : ", " + leftOut + " it cannot do";
            return passed + (failed == 0 ? "" : ", " + failed + " FAILED") + told;
        }
    }
}
