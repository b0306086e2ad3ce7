package io.sseagent.prometheus;

/** A request that gets a status and one line instead of metrics. */
final class RequestRejected extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String headers;

    RequestRejected(int status, String message) {
        this(status, message, "");
    }

    /** With further header lines, each of which ends with CR and LF. */
    RequestRejected(int status, String message, String headers) {
        super(message, null, false, false);
        this.status = status;
        this.headers = headers;
    }

    Response response() {
        return Response.text(status, getMessage(), headers);
    }
}
