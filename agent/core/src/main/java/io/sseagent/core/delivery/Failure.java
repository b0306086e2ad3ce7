package io.sseagent.core.delivery;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.core.stream.Mode;
import io.sseagent.core.stream.RequestOutcome;

/**
 * What went wrong with a stream, and where: a closed set. A subscription that its client leaves has not failed, an answer has; a
 * stream whose end nobody saw, or that the end of the JVM cut, is nobody's fault that is known.
 */
enum Failure {
    /** Refused with 4xx. */
    CLIENT_ERROR("accept", "client_error"),
    /** Refused with 5xx. */
    SERVER_ERROR("accept", "server_error"),
    /** Got something else. */
    NOT_EVENT_STREAM("accept", "not_event_stream"),
    /** The application threw. */
    APP_ERROR("produce", "app_error"),
    /** The application did not finish in time. */
    ASYNC_TIMEOUT("produce", "async_timeout"),
    /** The application told of a failure in an event. */
    BUSINESS("produce", "business"),
    /** The application ended the stream within an event. */
    TRUNCATED("serialise", "truncated"),
    /** A write failed, and not because the client had gone. */
    WRITE_FAILED("write", "write_failed"),
    /** The connection was silent for too long. */
    IDLE_TIMEOUT("transport", "idle_timeout"),
    /** The client left before the answer was complete. */
    CLIENT_CLOSED("client", "client_closed");

    private final String stage;
    private final String cause;

    Failure(String stage, String cause) {
        this.stage = stage;
        this.cause = cause;
    }

    String stage() {
        return stage;
    }

    String cause() {
        return cause;
    }

    /** Null for an end that is no failure. */
    static Failure of(CloseReason reason, Mode mode) {
        switch (reason) {
            case APP_ERROR:
                return APP_ERROR;
            case ASYNC_TIMEOUT:
                return ASYNC_TIMEOUT;
            case TRUNCATED:
                return TRUNCATED;
            case WRITE_FAILED:
                return WRITE_FAILED;
            case IDLE_TIMEOUT:
                return IDLE_TIMEOUT;
            case CLIENT_CLOSED:
                return mode == Mode.ANSWER ? CLIENT_CLOSED : null;
            default:
                return null;
        }
    }

    /** Null for an outcome that is no failure. */
    static Failure of(RequestOutcome outcome) {
        switch (outcome) {
            case CLIENT_ERROR:
                return CLIENT_ERROR;
            case SERVER_ERROR:
                return SERVER_ERROR;
            case NOT_EVENT_STREAM:
                return NOT_EVENT_STREAM;
            default:
                return null;
        }
    }
}
