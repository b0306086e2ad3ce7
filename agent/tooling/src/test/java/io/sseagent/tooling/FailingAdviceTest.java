package io.sseagent.tooling;

import static io.sseagent.tooling.MethodPattern.method;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailingAdviceTest {
    private static final MethodPattern WRITE = method("write", "byte[]", "int", "int");

    private RecordingTracker tracker;

    @BeforeEach
    void install() {
        tracker = RecordingTracker.install();
    }

    @AfterEach
    void uninstall() {
        tracker.close();
    }

    private static Installation advised(MethodPattern method, String advice) {
        return Installation.of(TestModule.ofResponse(binder -> binder.advise(method, TestAdvice.named(advice))));
    }

    @Test
    void the_application_notices_nothing_and_the_bridge_is_told_which_advice() {
        try (Installation installed = advised(WRITE, "Failing")) {
            LibraryResponse response = LibraryResponse.in(new LibraryLoader());

            assertThat(response.write((byte) 1)).isEqualTo(1);
            assertThat(installed.status(response)).isEqualTo(TapStatus.MATCHED);
            assertThat(tracker.failedAdvice).containsExactly(TestAdvice.named("Failing"), TestAdvice.named("Failing"));
            assertThat(tracker.failures.get(0)).isInstanceOf(NumberFormatException.class);
            assertThat(tracker.failures.get(1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_exception_of_the_application_outlives_a_failing_advice() {
        try (Installation installed = advised(method("fail", "java.lang.String"), "Failing")) {
            LibraryResponse response = LibraryResponse.in(new LibraryLoader());

            assertThatThrownBy(() -> response.fail("mine")).hasMessage("mine");
            assertThat(tracker.failures).hasSize(2);
            assertThat(installed.status(response)).isEqualTo(TapStatus.MATCHED);
        }
    }

    @Test
    void out_of_memory_inside_an_advice_stays_inside() {
        try (Installation installed = advised(WRITE, "OutOfMemory")) {
            LibraryResponse response = LibraryResponse.in(new LibraryLoader());

            assertThat(response.write((byte) 1)).isEqualTo(1);
            assertThat(tracker.failures).hasSize(1).allMatch(OutOfMemoryError.class::isInstance);
            assertThat(installed.status(response)).isEqualTo(TapStatus.MATCHED);
        }
    }

    @Test
    void stack_overflow_inside_an_advice_stays_inside() {
        try (Installation installed =
                advised(method("write", "java.lang.CharSequence", "java.lang.String"), "StackOverflow")) {
            LibraryResponse response = LibraryResponse.in(new LibraryLoader());

            assertThat(response.writeText(new OverflowingOnce())).isEqualTo("lowhigh");

            assertThat(tracker.failures).hasSize(1).allMatch(StackOverflowError.class::isInstance);
            assertThat(installed.status(response)).isEqualTo(TapStatus.MATCHED);
        }
    }

    private static final class OverflowingOnce implements CharSequence {
        private boolean overflowed;

        @Override
        public String toString() {
            if (!overflowed) {
                try {
                    return toString();
                } finally {
                    overflowed = true;
                }
            }
            return "az";
        }

        @Override
        public int length() {
            return 2;
        }

        @Override
        public char charAt(int index) {
            return "az".charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return "az".subSequence(start, end);
        }
    }
}
