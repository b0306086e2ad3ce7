package io.sseagent.benchmarks.app;

/** The ordinary answer of both applications. */
final class PlainAnswer {
    static final String JSON = "{\"status\":\"ok\",\"items\":[1,2,3,4,5],\"name\":\"plain\"}";

    private PlainAnswer() {}
}
