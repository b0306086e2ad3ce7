package com.ibm.ws.webcontainer.srt;

import com.ibm.websphere.servlet.response.IResponse;
import com.ibm.wsspi.webcontainer.servlet.IExtendedRequest;

/** See this module's description. */
public class SRTServletResponse {
    SRTServletResponse() {}

    /** What it answers; null before and after. */
    public IExtendedRequest getRequest() {
        return null;
    }

    /** What it is written to; null before and after. */
    public IResponse getIResponse() {
        return null;
    }

    /** As in the servlet API. */
    public String getContentType() {
        return null;
    }
}
