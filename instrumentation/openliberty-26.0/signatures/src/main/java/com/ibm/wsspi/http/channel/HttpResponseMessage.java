package com.ibm.wsspi.http.channel;

/** See this module's description. */
public interface HttpResponseMessage extends HttpBaseMessage {
    /** 200 and so on. */
    int getStatusCodeAsInt();
}
