package io.sseagent.core.stream;

/** What kind of stream: the two must never share an alert. */
public enum Mode {
    /** A standing subscription, opened by GET. */
    SUBSCRIPTION("subscription"),
    /** A finite answer, opened by another method: LLM and MCP servers. */
    ANSWER("answer");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** Label value. */
    public String label() {
        return label;
    }

    static Mode of(String method) {
        return method == null || "GET".equals(method) ? SUBSCRIPTION : ANSWER;
    }
}
