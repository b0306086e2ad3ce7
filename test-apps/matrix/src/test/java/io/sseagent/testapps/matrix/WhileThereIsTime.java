package io.sseagent.testapps.matrix;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Nothing begins when so many minutes of the build have passed as {@code -Ddistributions.minutes} says; without it, no limit. */
final class WhileThereIsTime implements ExecutionCondition {
    private static final long MINUTES = Long.getLong("distributions.minutes", 0);
    private static final Instant END =
            Instant.parse(System.getProperty("build.start")).plus(Duration.ofMinutes(MINUTES));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return MINUTES > 0 && Instant.now().isAfter(END)
                ? ConditionEvaluationResult.disabled(MINUTES + " minutes of the build have passed")
                : ConditionEvaluationResult.enabled("there is time");
    }
}
