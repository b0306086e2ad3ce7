package io.sseagent.testapps.war;

import java.io.InterruptedIOException;

/** Waits between events; the interrupt that ends the application ends the stream. */
final class Pause {
    private Pause() {}

    static void millis(long millis) throws InterruptedIOException {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("application stops");
        }
    }
}
