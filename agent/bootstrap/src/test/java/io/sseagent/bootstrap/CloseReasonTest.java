package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CloseReasonTest {

    @Test
    void labelsAreThoseOfTheCatalogue() {
        assertThat(Arrays.stream(CloseReason.values()).map(CloseReason::label))
                .containsExactly(
                        "complete",
                        "app_error",
                        "async_timeout",
                        "idle_timeout",
                        "client_closed",
                        "write_failed",
                        "truncated",
                        "shutdown",
                        "unknown");
    }

    @Test
    void onlyAClientThatClosedEndedItsStreamItself() {
        assertThat(Arrays.stream(CloseReason.values()).filter(reason -> !reason.byServer()))
                .containsExactly(CloseReason.CLIENT_CLOSED);
    }
}
