package io.sseagent.instrumentation.servlet.javax;

import io.sseagent.instrumentation.testing.AdviceRules;
import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviceRulesTest {

    @Test
    void what_is_inlined_keeps_the_rules() {
        AdviceRules.assertKept(new EveryType(), "javax.servlet.");
    }

    /** With the types that it would name as it meets them. */
    private static final class EveryType extends InstrumentationModule {
        private final ServletInstrumentationModule module = new ServletInstrumentationModule();

        @Override
        public String name() {
            return module.name();
        }

        @Override
        public List<TypeInstrumentation> types() {
            List<TypeInstrumentation> types = new ArrayList<>(module.types());
            for (int role = 0; role < 4; role++) {
                types.add(module.metType("a.Type", role));
            }
            return types;
        }
    }
}
