package io.sseagent.dashboards;

import java.util.concurrent.TimeUnit;

/** Ends what a test started. */
final class Processes {
    private Processes() {}

    /** Asks the process to end, and after ten seconds makes it end; it is gone on return. */
    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
