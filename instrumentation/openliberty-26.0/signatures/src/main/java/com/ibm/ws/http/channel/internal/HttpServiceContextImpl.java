package com.ibm.ws.http.channel.internal;

/** See this module's description. */
public abstract class HttpServiceContextImpl {
    /** Whether the response is committed. */
    public final boolean headersSent() {
        return false;
    }
}
