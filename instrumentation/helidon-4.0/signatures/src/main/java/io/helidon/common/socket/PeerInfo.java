package io.helidon.common.socket;

import java.net.SocketAddress;

/** See this module's description. */
public interface PeerInfo {
    /** The address as text. */
    String host();

    /** Of the socket. */
    SocketAddress address();
}
