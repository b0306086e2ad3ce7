package io.sseagent.tooling.library;

public abstract class Message {
    String contentType = "text/event-stream";

    public String contentType() {
        return contentType;
    }

    public abstract boolean isCommitted();
}
