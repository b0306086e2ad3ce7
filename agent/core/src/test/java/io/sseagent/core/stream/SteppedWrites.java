package io.sseagent.core.stream;

import io.sseagent.bootstrap.SseStream;
import java.nio.charset.StandardCharsets;

/** What {@link DisabledCostTest} steps through: one write while the agent is disabled, and one after it. */
final class SteppedWrites {
    private static final byte[] BYTES = "data: 1\n\n".getBytes(StandardCharsets.UTF_8);

    private SteppedWrites() {}

    public static void main(String[] args) {
        GivenModel given = new GivenModel();
        SseStream stream = given.open();
        writeOnce(stream);
        given.model.switchTo(false);
        disabledWrite(stream);
        given.model.switchTo(true);
        enabledWrite(stream);
        System.out.println(GivenModel.events(given.read()));
    }

    private static void disabledWrite(SseStream stream) {
        writeOnce(stream);
    }

    private static void enabledWrite(SseStream stream) {
        writeOnce(stream);
    }

    private static void writeOnce(SseStream stream) {
        stream.wrote(BYTES, 0, BYTES.length, 1);
    }
}
