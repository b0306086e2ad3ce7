package io.sseagent.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireSamplesTest {
    @TempDir
    private Path folder;

    private ProcNet proc;
    private GivenWire given;

    @BeforeEach
    void given_a_kernel() {
        proc = new ProcNet(folder);
        given = new GivenWire("wire.backlog.min=1000", folder);
    }

    @Test
    void samples_keep_their_distance() {
        given.open("/feed", 1, 40_001);
        proc.peer(1, 40_001, 700).write();
        given.look();
        proc.peer(1, 40_001, 800).write();

        given.lookAfter(4_999);
        assertThat(given.value("sse_backlog_bytes", "/feed", "kernel")).isEqualTo(700);

        given.lookAfter(1);
        assertThat(given.value("sse_backlog_bytes", "/feed", "kernel")).isEqualTo(800);
    }

    /** One second for a sample makes a hundred until the next. */
    @Test
    void a_sample_that_takes_long_makes_the_next_one_wait() {
        given.open("/feed", 1, 40_001);
        proc.peer(1, 40_001, 700).write();
        given.clock.stepMillis = 1000;
        given.look();
        given.clock.stepMillis = 0;
        proc.peer(1, 40_001, 800).write();

        // the clock was read, and has gone on, four times more since
        given.lookAfter(95_999);
        assertThat(given.value("sse_backlog_bytes", "/feed", "kernel")).isEqualTo(700);

        given.lookAfter(1);
        assertThat(given.value("sse_backlog_bytes", "/feed", "kernel")).isEqualTo(800);
    }

    @Test
    void a_disabled_agent_takes_no_samples() {
        given.open("/feed", 1, 40_001);
        proc.peer(1, 40_001, 700).write();
        given.model.switchTo(false);

        given.look();

        assertThat(given.has("sse_backlog_bytes")).isFalse();
    }

    /** A table that changes while it is read may lack a line once. */
    @Test
    void a_connection_that_is_missing_twice_in_a_row_was_reset_and_counts_as_half_closed() {
        given.open("/feed", 1, 40_001);
        proc.peer(1, 40_001, 700).write();
        given.look();
        proc.write();
        given.look();
        assertThat(given.value("sse_streams_half_closed", "/feed")).isZero();

        given.look();
        assertThat(given.value("sse_streams_half_closed", "/feed")).isEqualTo(1);
        assertThat(given.value("sse_backlog_bytes", "/feed", "kernel")).isZero();

        proc.peer(1, 40_001, 700).write();
        given.look();
        assertThat(given.value("sse_streams_half_closed", "/feed")).isZero();
    }

    @Test
    void of_more_sockets_than_the_bound_the_rest_is_not_looked_at_and_that_is_counted() {
        GivenWire bounded = new GivenWire("wire.sockets.max=10", folder);
        bounded.open("/feed", 1, 40_001);
        for (int i = 0; i < 10; i++) {
            proc.peer(2, 41_000 + i, 1);
        }
        proc.write();
        bounded.look();
        assertThat(bounded.health.overflows()).isEmpty();

        for (int i = 0; i < 11; i++) {
            proc.peer(2, 41_000 + i, 1);
        }
        proc.peer(1, 40_001, 700).write();
        bounded.look();

        assertThat(bounded.health.overflows()).containsOnlyKeys("socket").containsEntry("socket", 1L);
        assertThat(bounded.has("sse_backlog_bytes")).isFalse();
    }
}
