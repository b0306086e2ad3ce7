package io.sseagent.instrumentation.jdkconcurrency;

import io.sseagent.instrumentation.testing.AdviceRules;
import org.junit.jupiter.api.Test;

class AdviceRulesTest {

    @Test
    void what_is_inlined_keeps_the_rules() {
        AdviceRules.assertKept(new JdkConcurrencyInstrumentationModule());
    }
}
