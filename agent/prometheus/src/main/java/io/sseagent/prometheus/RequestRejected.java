package io.sseagent.prometheus;

/** A request that gets a status and one line instead of metrics. */
final class RequestRejected extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    RequestRejected(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    Response response() {
        return Response.text(status, getMessage());
    }
}
