package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.events;
import static io.sseagent.core.stream.GivenModel.get;
import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypesTest {
    private final GivenModel given = new GivenModel("event.types.max=3");
    private final SseStream stream = given.open();

    @Test
    void eventsAreCountedByTheirType() {
        write(stream, "data: 1\n\nevent:\ndata: 2\n\nevent: message\ndata: 3\n\n");
        write(stream, "event: price\ndata: 4\n\nevent:price\ndata: 5\n\nevent: order\ndata: 6\n\n");
        write(stream, "event: never dispatched\n\n");

        assertThat(events(given.read())).isEqualTo(Map.of("message", 3L, "price", 2L, "order", 1L));
        assertThat(given.health.overflows()).isEmpty();
    }

    @Test
    void typesBeyondTheCapShareOne() {
        for (String type : new String[] {"one", "two", "three", "four", "five", "two", "four"}) {
            write(stream, "event: " + type + "\ndata: x\n\n");
        }

        assertThat(events(given.read())).isEqualTo(Map.of("one", 1L, "two", 2L, "three", 1L, "_other_", 3L));
        assertThat(given.health.overflows()).isEqualTo(Map.of("event", 3L));
    }

    @Test
    void everyStreamOfARouteSharesItsTypesAndOtherRoutesDoNot() {
        SseStream same = given.open();
        SseStream other = given.open(get("/other"));
        write(stream, "event: one\ndata: x\n\nevent: two\ndata: x\n\nevent: three\ndata: x\n\n");
        write(same, "event: four\ndata: x\n\nevent: three\ndata: x\n\n");
        write(other, "event: four\ndata: x\n\n");

        assertThat(events(given.read("/feed"))).isEqualTo(Map.of("one", 1L, "two", 1L, "three", 2L, "_other_", 1L));
        assertThat(events(given.read("/other"))).isEqualTo(Map.of("four", 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update-4711",
                "f47ac10b-58cc-4372-a567-0e02b2c3d479",
                "user-alice@example.org",
                "tab\there",
                "nul\0",
                "escape\u001b[31m",
                "del\u007f",
                "quote\"",
                "back\\slash",
                "\u66f4\u65b0",
                "_other_",
            })
    void aTypeThatMakesNoLabelIsCountedAsOther(String type) {
        write(stream, "event: " + type + "\ndata: x\n\n");

        assertThat(events(given.read())).isEqualTo(Map.of("_other_", 1L));
        assertThat(given.health.overflows()).isEqualTo(Map.of("event", 1L));
    }

    @Test
    void aTypeThatIsNotUtf8IsCountedAsOther() {
        byte[] event = "event: ????\ndata: x\n\n".getBytes(StandardCharsets.US_ASCII);
        byte[] invalid = {(byte) 0xff, (byte) 0xc3, (byte) 0x28, (byte) 0x80};
        System.arraycopy(invalid, 0, event, 7, invalid.length);
        stream.wrote(event, 0, event.length, 0);

        assertThat(events(given.read())).isEqualTo(Map.of("_other_", 1L));
    }

    @Test
    void aTypeOfAMegabyteIsCountedAsOther() {
        write(stream, "event: " + "a".repeat(1 << 20) + "\ndata: x\n\n");
        write(stream, "event: " + "a".repeat(40) + "\ndata: x\n\n");
        write(stream, "event: " + "a".repeat(64) + "\ndata: x\n\n");

        assertThat(events(given.read())).isEqualTo(Map.of("_other_", 2L, "a".repeat(40), 1L));
    }

    @Test
    void aHundredThousandTypesTakeNoMoreThanTheCap() {
        for (int i = 0; i < 100_000; i++) {
            write(stream, "event: " + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + "\ndata: x\n\n");
        }

        EndpointSnapshot snapshot = given.read();
        assertThat(snapshot.eventTypes()).hasSize(5);
        assertThat(snapshot.totals().streams().events()).isEqualTo(100_000);
        assertThat(events(snapshot)).containsOnlyKeys("aa", "ba", "ca", "_other_");
    }

    @Test
    void aTypeNamedAfterNothingIsStillNull() {
        assertThat(Arrays.asList(given.read().eventTypes())).containsExactly("message", null, null, null, "_other_");
    }
}
