package com.ibm.ws.http.channel.internal.inbound;

import com.ibm.wsspi.channelfw.ConnectionReadyCallback;

/** See this module's description. */
public class HttpInboundLink {
    HttpInboundLink() {}

    /** What takes requests: the connection, as servlet containers know it. */
    public ConnectionReadyCallback getApplicationCallback() {
        return null;
    }
}
