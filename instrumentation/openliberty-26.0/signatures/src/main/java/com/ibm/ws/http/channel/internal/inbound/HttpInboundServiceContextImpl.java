package com.ibm.ws.http.channel.internal.inbound;

import com.ibm.ws.http.channel.internal.HttpServiceContextImpl;
import com.ibm.wsspi.http.channel.inbound.HttpInboundServiceContext;

/** See this module's description. */
public abstract class HttpInboundServiceContextImpl extends HttpServiceContextImpl
        implements HttpInboundServiceContext {
    /** Null before the first request. */
    public final HttpInboundLink getLink() {
        return null;
    }
}
