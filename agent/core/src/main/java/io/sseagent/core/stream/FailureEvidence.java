package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * What a failed write says about who left. Messages are no evidence: the operating system translates them. An I/O
 * failure other than a time-out or an interrupt means that the peer closed or reset the connection.
 */
final class FailureEvidence {
    private FailureEvidence() {}

    static CloseReason of(Throwable failure) {
        boolean waited = failure instanceof InterruptedIOException;
        return failure instanceof IOException && !waited ? CloseReason.CLIENT_CLOSED : CloseReason.WRITE_FAILED;
    }
}
