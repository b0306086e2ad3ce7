package io.helidon.http;

/** See this module's description. */
public class Status {
    Status() {}

    /** The number. */
    public int code() {
        return 0;
    }
}
