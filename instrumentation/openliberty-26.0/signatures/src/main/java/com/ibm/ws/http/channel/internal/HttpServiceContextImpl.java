package com.ibm.ws.http.channel.internal;

/** See this module's description. */
public abstract class HttpServiceContextImpl {
    /** Whether the response is committed. */
    public final boolean headersSent() {
        return false;
    }

    /** Of the socket. */
    public final int getRemotePort() {
        return 0;
    }

    /** Of the socket. */
    public final int getLocalPort() {
        return 0;
    }
}
