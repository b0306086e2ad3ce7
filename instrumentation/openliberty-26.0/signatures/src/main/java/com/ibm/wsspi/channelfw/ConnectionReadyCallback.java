package com.ibm.wsspi.channelfw;

/** See this module's description. */
public interface ConnectionReadyCallback {}
