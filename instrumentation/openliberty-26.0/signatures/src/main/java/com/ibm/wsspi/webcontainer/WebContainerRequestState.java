package com.ibm.wsspi.webcontainer;

import com.ibm.wsspi.webcontainer.servlet.IExtendedRequest;

/** See this module's description. */
public class WebContainerRequestState {
    WebContainerRequestState() {}

    /** Of this thread; null if there is none and none shall be made. */
    public static WebContainerRequestState getInstance(boolean create) {
        return null;
    }

    /** Null outside of a request. */
    public IExtendedRequest getCurrentThreadsIExtendedRequest() {
        return null;
    }
}
