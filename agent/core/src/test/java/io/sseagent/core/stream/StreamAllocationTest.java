package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.Allocations;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamAllocationTest {
    private static final int ROUNDS = 20_000;

    private final GivenModel given = new GivenModel("event.types.max=3");
    private final SseStream stream = given.open(GivenModel.get("/feed").elapsedNanos(1_000_000));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: one event per write\n\n",
                "data: 1\n\ndata: 2\n\nid: 3\ndata: 3\n\nretry: 5000\nid: 4\ndata: 4\n\n",
                ": heart beat\n\n",
                "event: price\ndata: 1\n\nevent: order\nid: 7\ndata: 2\n\n",
                "event: no-data\n\n",
                "data: begun",
            })
    void writingAllocatesNothing(String text) {
        byte[] array = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer heap = ByteBuffer.wrap(array);
        ByteBuffer direct = ByteBuffer.allocateDirect(array.length).put(array);

        assertThatNothingIsAllocatedBy(() -> {
            stream.wrote(array, 0, array.length, given.clock.nanos());
            stream.flushed();
            stream.wrote(heap, 0, array.length, given.clock.nanos());
            stream.flushed();
            stream.wrote(direct, 0, array.length, given.clock.nanos());
            stream.flushed();
            stream.wrote('\n', given.clock.nanos());
        });
    }

    @Test
    void typesBeyondTheCapAndIdentifiersAllocateNothing() {
        byte[] array =
                ("event: one\ndata: 1\n\nevent: two\ndata: 1\n\nevent: three\ndata: 1\n\nevent: four\ndata: 1\n\n"
                                + "event: update-471147114711\ndata: 1\n\nevent: " + "long".repeat(100)
                                + "\ndata: 1\n\n")
                        .getBytes(StandardCharsets.UTF_8);

        assertThatNothingIsAllocatedBy(() -> stream.wrote(array, 0, array.length, 0));
        assertThat(GivenModel.events(given.read())).containsOnlyKeys("one", "two", "three", "_other_");
    }

    @Test
    void identifierLikeTypesAllocateNothingWhileThereIsRoom() {
        byte[] array = "event: update-471147114711\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8);

        assertThatNothingIsAllocatedBy(() -> stream.wrote(array, 0, array.length, 0));
        assertThat(GivenModel.events(given.read())).containsOnlyKeys("_other_");
    }

    @Test
    void writingWhileTheAgentIsDisabledAllocatesNothing() {
        byte[] array = "data: unseen\n\n".getBytes(StandardCharsets.UTF_8);
        given.model.switchTo(false);

        assertThatNothingIsAllocatedBy(() -> {
            stream.wrote(array, 0, array.length, 0);
            stream.flushed();
        });
    }

    @Test
    void writingToAClosedStreamAllocatesNothing() {
        byte[] array = "data: late\n\n".getBytes(StandardCharsets.UTF_8);
        stream.close();

        assertThatNothingIsAllocatedBy(() -> stream.wrote(array, 0, array.length, 0));
    }

    private static void assertThatNothingIsAllocatedBy(Runnable write) {
        long allocated = Allocations.leastBytesOf(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                write.run();
            }
        });
        assertThat(allocated).isZero();
    }
}
