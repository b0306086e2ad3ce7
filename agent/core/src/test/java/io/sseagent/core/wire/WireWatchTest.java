package io.sseagent.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireWatchTest {
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
    void what_clients_have_not_acknowledged_is_the_backlog_of_their_route() {
        given.open("/feed", 1, 40_001);
        given.open("/feed", 2, 40_002);
        given.open("/news", 3, 40_003);
        proc.peer(1, 40_001, 700)
                .peer(2, 40_002, 1300)
                .peer(3, 40_003, 50)
                .peer(4, 40_004, 9999)
                .write();

        given.look();

        assertThat(given.value("sse_backlog_bytes", "/feed", "kernel")).isEqualTo(2000);
        assertThat(given.value("sse_backlog_bytes", "/news", "kernel")).isEqualTo(50);
        assertThat(given.value("sse_streams_backlogged", "/feed")).isEqualTo(1);
        assertThat(given.value("sse_streams_backlogged", "/news")).isZero();
        assertThat(given.value("sse_streams_half_closed", "/feed")).isZero();
    }

    @Test
    void streams_that_share_a_connection_count_its_bytes_once_in_each_route() {
        for (int i = 0; i < 3; i++) {
            given.open("/feed", 1, 40_001);
            given.open("/news", 1, 40_001);
        }
        proc.peer(1, 40_001, SocketTable.CLOSE_WAIT, 5000, 1).write();

        given.look();

        for (String route : List.of("/feed", "/news")) {
            assertThat(given.value("sse_backlog_bytes", route, "kernel")).isEqualTo(5000);
            assertThat(given.value("sse_streams_backlogged", route)).isEqualTo(3);
            assertThat(given.value("sse_streams_half_closed", route)).isEqualTo(3);
            assertThat(given.value("sse_streams_retransmitting", route)).isEqualTo(3);
        }
    }

    @Test
    void events_count_as_written_after_the_fin_once_it_was_seen() {
        SseStream stream = given.open("/feed", 1, 40_001);
        given.event(stream);
        proc.peer(1, 40_001, 0).write();
        given.look();
        given.event(stream);
        proc.peer(1, 40_001, SocketTable.CLOSE_WAIT, 0, 0).write();
        given.look();
        assertThat(given.value("sse_events_after_fin_total", "/feed")).isZero();

        given.event(stream);
        given.event(stream);
        // the peer has answered with a reset: the kernel knows nothing more
        proc.write();
        given.look();
        assertThat(given.value("sse_events_after_fin_total", "/feed")).isEqualTo(2);
        assertThat(given.value("sse_streams_half_closed", "/feed")).isZero();

        given.event(stream);
        stream.close();
        assertThat(given.value("sse_events_after_fin_total", "/feed")).isEqualTo(3);
        given.look();
        assertThat(given.value("sse_events_after_fin_total", "/feed")).isEqualTo(3);
    }

    @Test
    void a_retransmission_that_nobody_answers_shows() {
        given.open("/feed", 1, 40_001);
        proc.peer(1, 40_001, 1, 20, 3).write();

        given.look();

        assertThat(given.value("sse_streams_retransmitting", "/feed")).isEqualTo(1);
    }

    @Test
    void what_the_kernel_does_not_show_is_absent_and_never_zero() {
        given.open("/feed", 1, 40_001);
        proc.peer(2, 40_002, 700).write();

        given.look();

        assertThat(given.has("sse_backlog_bytes")).isFalse();
        assertThat(given.has("sse_streams_half_closed")).isFalse();
    }

    @Test
    void a_server_that_does_not_tell_its_connection_costs_nothing_here() {
        given.model.opened(new StreamRequest("other").line("GET", "/feed", "HTTP/1.1", "192.0.2.1"));
        proc.peer(1, 40_001, 700).write();

        given.look();

        assertThat(given.has("sse_backlog_bytes")).isFalse();
        assertThat(given.has("sse_tcp_retransmitted_segments_total")).isFalse();
    }

    @Test
    void without_open_streams_nothing_is_left_over_and_nothing_is_read() {
        SseStream stream = given.open("/feed", 1, 40_001);
        proc.peer(1, 40_001, 700).write();
        given.look();
        stream.close();
        given.look();
        assertThat(given.value("sse_backlog_bytes", "/feed", "kernel")).isZero();

        // would show if it was read: a table that is gone makes its metrics absent
        proc.delete("tcp6");
        given.look();
        assertThat(given.value("sse_backlog_bytes", "/feed", "kernel")).isZero();
    }

    @Test
    void where_the_table_cannot_be_read_its_metrics_are_absent_and_one_line_says_so() {
        given.open("/feed", 1, 40_001);
        proc.peer(1, 40_001, 700).write();
        given.look();
        proc.delete("tcp6");

        given.look();
        given.look();

        assertThat(given.has("sse_backlog_bytes")).isFalse();
        assertThat(given.has("sse_events_after_fin_total")).isFalse();
        assertThat(given.logged()).containsOnlyOnce("cannot be read");
    }

    @Test
    void a_table_of_ipv4_alone_is_enough() {
        given.open("/feed", 1, 40_001);
        proc.write("tcp", ProcNet.HEADER + ProcNet.line(0, "010200C0:1F90", "010200C0:9C41", 1, 700, 0));

        given.look();

        assertThat(given.value("sse_backlog_bytes", "/feed", "kernel")).isEqualTo(700);
    }

    @Test
    void the_namespaces_retransmitted_segments_are_told() {
        given.open("/feed", 1, 40_001);
        proc.write(
                "snmp",
                "Ip: Forwarding DefaultTTL\nIp: 1 64\nTcp: RtoAlgorithm InSegs RetransSegs InErrs\nTcp: 1 200 17 0\nUdp: A\nUdp: 1\n");

        given.look();

        assertThat(given.value("sse_tcp_retransmitted_segments_total")).isEqualTo(17);
    }

    /** What a server keeps. */
    public static final class Output {
        private long written;

        /** Also what it holds back. */
        public long getWritten() {
            return written;
        }
    }

    @Test
    void what_lies_in_a_buffer_is_unflushed_and_delayed() {
        Output output = new Output();
        StreamRequest request = new StreamRequest("tomcat")
                .line("GET", "/feed", "HTTP/1.1", "198.51.100.1")
                .written(output, "getWritten");
        SseStream stream = given.model.opened(request);
        given.event(stream);
        output.written = 9;
        given.lookAfter(1_000);
        assertThat(given.value("sse_unflushed_streams", "/feed")).isZero();

        output.written = 18;
        given.lookAfter(1_000);
        given.lookAfter(1_000);
        assertThat(given.value("sse_unflushed_streams", "/feed")).isEqualTo(1);
        assertThat(given.value("sse_flush_delay_seconds", "/feed")).isZero();

        given.event(stream);
        given.lookAfter(1_000);
        assertThat(given.value("sse_unflushed_streams", "/feed")).isZero();
        assertThat(given.value("sse_flush_delay_seconds", "/feed")).isEqualTo(1);

        stream.close();
        given.lookAfter(1_000);
        assertThat(given.value("sse_unflushed_streams", "/feed")).isZero();
        assertThat(given.has("sse_backlog_bytes")).isFalse();
    }

    @Test
    void what_was_written_while_the_agent_was_disabled_is_not_taken_for_held() {
        Output output = new Output();
        StreamRequest request = new StreamRequest("tomcat")
                .line("GET", "/feed", "HTTP/1.1", "198.51.100.1")
                .written(output, "getWritten");
        given.model.opened(request);
        given.model.switchTo(false);
        output.written = 9;
        given.lookAfter(1_000);
        given.model.switchTo(true);

        for (int i = 0; i < 3; i++) {
            given.lookAfter(1_000);
        }

        assertThat(given.has("sse_unflushed_streams")).isFalse();
    }
}
