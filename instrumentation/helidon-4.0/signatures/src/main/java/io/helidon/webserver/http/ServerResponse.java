package io.helidon.webserver.http;

import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

/** See this module's description. */
public interface ServerResponse {
    /** 200 if none was set. */
    Status status();

    /** As far as they are set. */
    ServerResponseHeaders headers();

    /** Whether nothing can follow. */
    boolean isSent();
}
