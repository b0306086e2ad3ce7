package io.sseagent.core.stream;

/** What a request for an event stream got. Anything but {@link #OPENED} is a permanent loss for a browser. */
public enum RequestOutcome {
    /** An event stream. */
    OPENED("opened"),
    /** 204: told to stop reconnecting. */
    NO_CONTENT("no_content"),
    /** Success, but of another type. */
    NOT_EVENT_STREAM("not_event_stream"),
    /** 4xx. */
    CLIENT_ERROR("client_error"),
    /** 5xx. */
    SERVER_ERROR("server_error");

    private final String label;

    RequestOutcome(String label) {
        this.label = label;
    }

    /** Label value. */
    public String label() {
        return label;
    }

    /** The outcome of an answer that is no event stream, or null for a redirect, which a client follows. */
    static RequestOutcome refused(int status) {
        if (status == 204) {
            return NO_CONTENT;
        }
        if (status >= 500) {
            return SERVER_ERROR;
        }
        if (status >= 400) {
            return CLIENT_ERROR;
        }
        return status >= 300 ? null : NOT_EVENT_STREAM;
    }
}
