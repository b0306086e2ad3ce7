package io.sseagent.instrumentation.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.MethodPattern;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.asm.Advice;
import org.assertj.core.api.AbstractAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceRulesTest {

    @Test
    void advice_that_keeps_the_rules_passes() {
        assertThatCode(() -> AdviceRules.assertKept(binding("Kept"), "org.assertj."))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Foreign, refers to org.assertj.core.api.AbstractAssert",
        "Unsuppressed, does not suppress Throwable",
        "Boxing, boxes with Integer.valueOf",
        "Printing, uses System.out",
        "Lambda, uses invokedynamic for run",
        "EnumSwitch, switches over an enum",
        "Asserting, asserts",
        "WithHelper, #helper: is not public",
        "WithState, a field",
        "Hidden, is not public",
        "Changing, is not read-only",
        "Skipping, sets skipOn",
        "Delegating, is not inlined",
        "Mapping, uses a map",
        "AllArguments, AllArguments",
        "NotAdvice, has no method that is advice",
        "Absent, has no class file"
    })
    void a_broken_rule_is_named(String advice, String violation) {
        assertThat(AdviceRules.violations(binding(advice)))
                .anySatisfy(found -> assertThat(found)
                        .startsWith(AdviceRulesTest.class.getName() + "$" + advice)
                        .contains(violation));
        assertThatThrownBy(() -> AdviceRules.assertKept(binding(advice)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken-1.0");
    }

    @Test
    void a_module_without_advice_is_no_module() {
        assertThat(AdviceRules.violations(binding())).containsExactly("binds no advice");
    }

    private static InstrumentationModule binding(String... advice) {
        TypeInstrumentation type = new TypeInstrumentation() {
            @Override
            public String typeName() {
                return "org.example.Response";
            }

            @Override
            public void bind(AdviceBinder binder) {
                for (String name : advice) {
                    binder.adviseIfPresent(MethodPattern.named("write"), AdviceRulesTest.class.getName() + "$" + name);
                }
            }
        };
        return new InstrumentationModule() {
            @Override
            public String name() {
                return "broken-1.0";
            }

            @Override
            public List<TypeInstrumentation> types() {
                return List.of(type);
            }
        };
    }

    public static class Kept {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(@Advice.This AbstractAssert<?, ?> library, @Advice.FieldValue("type") String type) {
            return SseStreams.isEventStream(type) && library.actual() != null ? System.nanoTime() : 0;
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter long startNanos, @Advice.Thrown Throwable failure) {
            if (startNanos != 0 && failure instanceof IllegalStateException) {
                SseStreams.serverStopping(String.valueOf(failure), true);
            }
        }
    }

    public static class Foreign {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This AbstractAssert<?, ?> library) {
            SseStreams.keep(library, null);
        }
    }

    public static class Unsuppressed {
        @Advice.OnMethodEnter
        public static void enter() {
            SseStreams.serverStopping("a", true);
        }
    }

    public static class Boxing {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) int number) {
            SseStreams.requestStarted(number);
        }
    }

    public static class Printing {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            System.out.println("a");
        }
    }

    public static class Lambda {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Thread thread) {
            Runnable later = thread::interrupt;
            later.run();
        }
    }

    public static class EnumSwitch {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) TimeUnit unit) {
            switch (unit) {
                case DAYS -> SseStreams.serverStopping("days", true);
                default -> SseStreams.serverStopping("less", true);
            }
        }
    }

    public static class Asserting {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) String name) {
            assert name != null;
        }
    }

    public static class WithHelper {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            helper();
        }

        private static void helper() {
            SseStreams.serverStopping("a", true);
        }
    }

    public static class WithState {
        static int calls;

        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            calls++;
        }
    }

    static class Hidden {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {}
    }

    public static class Changing {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(value = 0, readOnly = false) int argument) {
            argument = 0;
        }
    }

    public static class Skipping {
        @Advice.OnMethodEnter(suppress = Throwable.class, skipOn = Advice.OnNonDefaultValue.class)
        public static int enter() {
            return 1;
        }
    }

    public static class Delegating {
        @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
        public static void enter() {}
    }

    public static class Mapping {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            new HashMap<String, String>().put("a", "b");
        }
    }

    public static class AllArguments {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.AllArguments Object[] arguments) {}
    }

    public static class NotAdvice {
        public static void enter() {}
    }
}
