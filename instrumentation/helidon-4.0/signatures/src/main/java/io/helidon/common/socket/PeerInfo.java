package io.helidon.common.socket;

/** See this module's description. */
public interface PeerInfo {
    /** The address as text. */
    String host();
}
