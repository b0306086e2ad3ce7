package io.helidon.webserver.http;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HttpPrologue;
import io.helidon.http.ServerRequestHeaders;

/** See this module's description. */
public interface HttpRequest {
    /** The request line. */
    HttpPrologue prologue();

    /** All of them. */
    ServerRequestHeaders headers();

    /** The client. */
    PeerInfo remotePeer();

    /** This end. */
    PeerInfo localPeer();
}
