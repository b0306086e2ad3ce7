package com.ibm.ws.webcontainer.async;

import com.ibm.wsspi.webcontainer.servlet.IExtendedRequest;

/** See this module's description. */
public class AsyncContextImpl {
    AsyncContextImpl() {}

    /** Whose it is; null when it is over. */
    public IExtendedRequest getIExtendedRequest() {
        return null;
    }
}
