package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sseagent.core.Allocations;
import org.junit.jupiter.api.Test;

class AdviceFailureTest {
    private final GivenModel given = new GivenModel();

    @Test
    void theFirstFailureIsToldAndTheTenthSwitchesOff() {
        fail("io.sseagent.tomcat.Response$WriteAdvice", 1);
        assertThat(given.adviceCalls).containsExactly("first io.sseagent.tomcat.Response$WriteAdvice");

        fail("io.sseagent.tomcat.Response$WriteAdvice", 8);
        assertThat(given.adviceCalls).hasSize(1);

        fail("io.sseagent.tomcat.Response$WriteAdvice", 1_000);
        assertThat(given.adviceCalls)
                .containsExactly(
                        "first io.sseagent.tomcat.Response$WriteAdvice",
                        "too many io.sseagent.tomcat.Response$WriteAdvice");
        assertThat(given.health.errors()).containsEntry("Response$WriteAdvice", 1_009L);
    }

    @Test
    void advicesWithOneSimpleNameAreCountedApart() {
        fail("a.Advice", 9);
        fail("b.Advice", 9);
        assertThat(given.adviceCalls).containsExactly("first a.Advice", "first b.Advice");

        fail("b.Advice", 1);
        fail("a.Advice", 1);
        assertThat(given.adviceCalls)
                .containsExactly("first a.Advice", "first b.Advice", "too many b.Advice", "too many a.Advice");
    }

    @Test
    void whatCouldNotBeToldIsToldByALaterFailure() {
        given.adviceListenerFails = true;
        for (int i = 0; i < 12; i++) {
            assertThatThrownBy(() -> fail("a.Advice", 1)).isInstanceOf(OutOfMemoryError.class);
        }
        assertThat(given.health.errors()).containsEntry("Advice", 12L);

        given.adviceListenerFails = false;
        fail("a.Advice", 3);
        assertThat(given.adviceCalls).containsExactly("first a.Advice", "too many a.Advice");
    }

    @Test
    void countingAllocatesNothing() {
        StackOverflowError failure = new StackOverflowError();
        fail("a.Advice", 1);
        assertThat(Allocations.leastBytesOf(() -> given.model.adviceFailed("a.Advice", failure)))
                .isZero();
    }

    private void fail(String advice, int times) {
        for (int i = 0; i < times; i++) {
            given.model.adviceFailed(advice, new IllegalStateException());
        }
    }
}
