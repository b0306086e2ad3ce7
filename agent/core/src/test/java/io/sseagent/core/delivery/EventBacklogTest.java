package io.sseagent.core.delivery;

import static io.sseagent.core.delivery.GivenDelivery.get;
import static io.sseagent.core.delivery.GivenDelivery.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.Allocations;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventBacklogTest {
    private final GivenDelivery given = new GivenDelivery("backlog.events.enabled=true");

    private Double backlog() {
        return given.read().number("sse_backlog_events", "/feed");
    }

    private static String id(Object id) {
        return "id: " + id + "\ndata: 1\n\n";
    }

    @Test
    void openStreamsAreBehindTheNewestId() {
        SseStream slow = given.open();
        SseStream fast = given.open();
        write(slow, id(100));
        assertThat(backlog()).isZero();
        write(fast, id(107));
        assertThat(backlog()).isEqualTo(7);
        write(given.open(), id(104));
        assertThat(backlog()).isEqualTo(10);
        write(slow, id(107));
        assertThat(backlog()).isEqualTo(3);
    }

    @Test
    void aStreamThatEndsIsNotBehindAnyMore() {
        SseStream slow = given.open();
        write(slow, id(1));
        write(given.open(), id(50));
        assertThat(backlog()).isEqualTo(49);
        slow.close();
        assertThat(backlog()).isZero();
    }

    @Test
    void aStreamThatResumesIsBehindFromThere() {
        write(given.open(), id(50));
        SseStream resumed = given.open(get("/feed").header(StreamRequest.LAST_EVENT_ID, "42"));
        assertThat(backlog()).isEqualTo(8);
        write(resumed, id(43));
        assertThat(backlog()).isEqualTo(7);
    }

    @Test
    void whatAClientClaimsToHaveChangesNothing() {
        SseStream liar = given.open(get("/feed").header(StreamRequest.LAST_EVENT_ID, "999999999999"));
        assertThat(backlog()).isNull();
        write(given.open(), id(50));
        write(liar, id(40));
        assertThat(backlog()).isEqualTo(10);
    }

    @Test
    void idsThatJumpBackStartTheCountAnew() {
        SseStream other = given.open();
        SseStream stream = given.open();
        write(other, id(900));
        write(stream, id(1_000));
        assertThat(backlog()).isEqualTo(100);
        write(stream, id(3));
        assertThat(backlog()).isZero();
        write(other, id(1));
        write(stream, id(4));
        assertThat(backlog()).isEqualTo(3);
    }

    @Test
    void otherIdsAreNoNumbers() {
        SseStream stream = given.open();
        write(stream, id("order-7") + id("") + id("1.5") + id("-1") + id("7".repeat(19)) + id("1700000000123-7"));
        write(stream, id("7".repeat(1 << 20)));
        assertThat(backlog()).isNull();
        write(stream, id("00000000000000001"));
        assertThat(backlog()).isZero();
    }

    @Test
    void routesAreCountedApart() {
        write(given.open(), id(50));
        write(given.open(get("/other")), id(7));
        assertThat(backlog()).isZero();
        assertThat(given.read().number("sse_backlog_events", "/other")).isZero();
    }

    @Test
    void idsWithoutEventsCount() {
        SseStream stream = given.open();
        write(stream, "id: 5\n\n");
        write(given.open(), id(7));
        assertThat(backlog()).isEqualTo(2);
    }

    @Test
    void aStreamThatWasLostIsForgotten() {
        RouteIds route = new RouteIds();
        LastId lost = route.opened(new Object(), -1);
        Object held = new Object();
        LastId open = route.opened(held, -1);
        lost.wrote(1);
        open.wrote(9);
        lost.clear();
        assertThat(route.backlog()).isZero();
        assertThat(held).isNotNull();
    }

    @Test
    void comparingIdsAllocatesNothing() {
        byte[] event = "id: 1234567\ndata: some text\n\n".getBytes(StandardCharsets.UTF_8);
        SseStream stream = given.open();

        long allocated = Allocations.leastBytesOf(() -> {
            for (int i = 0; i < 20_000; i++) {
                stream.wrote(event, 0, event.length, 1);
            }
        });
        assertThat(allocated).isZero();
    }
}
