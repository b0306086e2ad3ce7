package io.sseagent.instrumentation.glassfish;

import io.sseagent.instrumentation.testing.AdviceRules;
import org.junit.jupiter.api.Test;

class AdviceRulesTest {

    @Test
    void what_is_inlined_keeps_the_rules() {
        AdviceRules.assertKept(new GlassFishInstrumentationModule(), "org.apache.catalina.", "org.glassfish.grizzly.");
    }
}
