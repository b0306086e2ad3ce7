package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.InterruptedByTimeoutException;
import java.util.concurrent.TimeoutException;

/**
 * What a failed write says about who left. Messages are no evidence: the operating system translates them. An I/O
 * failure other than a time-out or an interrupt means that the peer closed or reset the connection; servers wrap either.
 */
final class FailureEvidence {
    /** Deep enough for every server, and an end for a chain that loops. */
    private static final int DEEPEST_CAUSE = 8;

    private FailureEvidence() {}

    static CloseReason of(Throwable failure) {
        CloseReason reason = CloseReason.WRITE_FAILED;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof InterruptedIOException
                    || cause instanceof ClosedByInterruptException
                    || cause instanceof InterruptedByTimeoutException
                    || cause instanceof TimeoutException) {
                return CloseReason.WRITE_FAILED;
            }
            if (cause instanceof IOException) {
                reason = CloseReason.CLIENT_CLOSED;
            }
            cause = cause.getCause();
        }
        return reason;
    }
}
