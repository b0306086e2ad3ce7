package io.sseagent.testapps.grizzly;

import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http2.Http2AddOn;
import org.glassfish.grizzly.http2.Http2Configuration;

/** HTTP/2 over clear text, by upgrade. Grizzly has it since 2.4, in a library of its own that not every class path has. */
final class Http2 {
    private Http2() {}

    static void addTo(NetworkListener listener) {
        listener.registerAddOn(new Http2AddOn(Http2Configuration.builder().build()));
    }
}
