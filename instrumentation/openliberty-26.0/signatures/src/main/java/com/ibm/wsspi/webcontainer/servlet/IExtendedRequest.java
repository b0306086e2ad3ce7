package com.ibm.wsspi.webcontainer.servlet;

import com.ibm.websphere.servlet.request.IRequest;

/** See this module's description. */
public interface IExtendedRequest {
    /** That of the server. */
    IRequest getIRequest();
}
