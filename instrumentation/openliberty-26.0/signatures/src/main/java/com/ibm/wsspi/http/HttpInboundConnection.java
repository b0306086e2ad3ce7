package com.ibm.wsspi.http;

/** See this module's description. */
public interface HttpInboundConnection {}
