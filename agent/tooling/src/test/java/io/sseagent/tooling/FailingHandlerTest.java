package io.sseagent.tooling;

import static io.sseagent.tooling.MethodPattern.method;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sseagent.bootstrap.SseStreams;
import java.lang.instrument.ClassDefinition;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stack is used up so far that not even the call which reports a failing advice can begin. */
class FailingHandlerTest {
    private static final String FAILING = TestAdvice.named("Failing");

    private RecordingTracker tracker;

    @BeforeEach
    void letTheBridgeThrow() throws Exception {
        tracker = RecordingTracker.install();
        redefine(new ByteBuddy()
                .redefine(SseStreams.class, ClassFileLocator.ForClassLoader.ofBootLoader())
                .visit(Advice.to(Overflow.class).on(named("adviceFailed")))
                .make()
                .getBytes());
        assertThatThrownBy(() -> SseStreams.adviceFailed(null, null)).isInstanceOf(StackOverflowError.class);
    }

    @AfterEach
    void mendTheBridge() throws Exception {
        redefine(ClassFileLocator.ForClassLoader.ofBootLoader()
                .locate(SseStreams.class.getName())
                .resolve());
        tracker.close();
    }

    private static void redefine(byte[] classFile) throws Exception {
        Installation.INSTRUMENTATION.redefineClasses(new ClassDefinition(SseStreams.class, classFile));
    }

    public static class Overflow {
        @Advice.OnMethodEnter
        public static void enter() {
            if (System.getProperty("not.set.by.anybody") == null) {
                throw new StackOverflowError();
            }
        }
    }

    @ParameterizedTest(name = "class file version {0}, frames {1}")
    @CsvSource({"48,false", "50,false", "50,true", "52,true", "61,true"})
    void the_application_notices_nothing_whatever_compiled_it(int version, boolean frames) {
        TestModule module = TestModule.ofResponse(binder -> {
            binder.advise(MethodPattern.named("write"), FAILING);
            binder.advise(MethodPattern.named("sum"), FAILING);
        });
        try (Installation installed = Installation.of(module)) {
            LibraryLoader loader = new LibraryLoader();
            loader.define("Response", LibraryLoader.withVersion(LibraryLoader.original("Response"), version, frames));
            LibraryResponse response = LibraryResponse.in(loader);

            assertThat(response.write((byte) 1, (byte) 0)).isEqualTo(1);
            assertThat(response.write()).isEqualTo(-1);
            assertThat(response.writeText("az")).isEqualTo("lowhigh");
            assertThat(response.sum(1, 2.5, "a")).isEqualTo(3);
            assertThat(installed.status(response)).isEqualTo(TapStatus.MATCHED);
        }
    }

    @Test
    void an_exception_of_the_application_stays_what_it_was() {
        try (Installation installed = Installation.of(
                TestModule.ofResponse(binder -> binder.advise(method("fail", "java.lang.String"), FAILING)))) {
            LibraryResponse response = LibraryResponse.in(new LibraryLoader());

            assertThatThrownBy(() -> response.fail("mine"))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("mine");
            assertThat(installed.status(response)).isEqualTo(TapStatus.MATCHED);
        }
    }

    @Test
    void an_advice_around_it_sees_no_exception_either() {
        try (Installation installed = Installation.of(TestModule.ofResponse(binder -> {
            binder.advise(method("write", "byte[]", "int", "int"), TestAdvice.named("Around"));
            binder.advise(method("write", "byte[]", "int", "int"), FAILING);
        }))) {
            LibraryResponse response = LibraryResponse.in(new LibraryLoader());

            assertThat(response.write((byte) 1)).isEqualTo(1);
            assertThat(tracker.told).containsExactly("enter", "exit");
            assertThat(installed.status(response)).isEqualTo(TapStatus.MATCHED);
        }
    }
}
