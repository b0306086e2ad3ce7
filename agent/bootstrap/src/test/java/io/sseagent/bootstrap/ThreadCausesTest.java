package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThreadCausesTest {
    private final ThreadCauses causes = new ThreadCauses();

    @Test
    void aCauseHoldsFromItsBeginToItsEnd() {
        assertThat(causes.current()).isNull();
        causes.begin(CloseReason.WRITE_FAILED);
        assertThat(causes.current()).isEqualTo(CloseReason.WRITE_FAILED);
        causes.end(CloseReason.WRITE_FAILED);
        assertThat(causes.current()).isNull();
    }

    @Test
    void whatBeginsInsideOfItselfIsNotNew() {
        assertThat(causes.begin(CloseReason.WRITE_FAILED)).isTrue();
        assertThat(causes.begin(CloseReason.WRITE_FAILED)).isFalse();
        causes.end(CloseReason.WRITE_FAILED);
        assertThat(causes.begin(CloseReason.WRITE_FAILED)).isTrue();
    }

    @Test
    void aTimeOutThatResetsStreamsIsATimeOut() {
        causes.begin(CloseReason.IDLE_TIMEOUT);
        causes.begin(CloseReason.CLIENT_CLOSED);
        assertThat(causes.current()).isEqualTo(CloseReason.IDLE_TIMEOUT);
        causes.end(CloseReason.CLIENT_CLOSED);
        assertThat(causes.current()).isEqualTo(CloseReason.IDLE_TIMEOUT);
    }

    @Test
    void anotherThreadDoesNothingOfTheKind() throws InterruptedException {
        AtomicReference<CloseReason> seen = new AtomicReference<>(CloseReason.UNKNOWN);
        causes.begin(CloseReason.IDLE_TIMEOUT);
        Thread other = new Thread(() -> seen.set(causes.current()));
        other.start();
        other.join();

        assertThat(seen.get()).isNull();
    }

    @Test
    void otherReasonsAreNoCauses() {
        causes.begin(CloseReason.COMPLETE);
        assertThat(causes.current()).isNull();
        causes.end(CloseReason.COMPLETE);
    }
}
