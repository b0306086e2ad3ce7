package com.ibm.wsspi.http.channel.inbound;

import com.ibm.wsspi.http.channel.HttpRequestMessage;
import com.ibm.wsspi.http.channel.HttpResponseMessage;
import java.net.InetAddress;

/** See this module's description. */
public interface HttpInboundServiceContext {
    /** Of the response. */
    HttpRequestMessage getRequest();

    /** Of the request. */
    HttpResponseMessage getResponse();

    /** Of the peer. */
    InetAddress getRemoteAddr();
}
