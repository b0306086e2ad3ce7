package com.ibm.wsspi.http.channel;

/** See this module's description. */
public interface HttpRequestMessage extends HttpBaseMessage {
    /** GET and so on. */
    String getMethod();

    /** Without the query. */
    String getRequestURI();
}
