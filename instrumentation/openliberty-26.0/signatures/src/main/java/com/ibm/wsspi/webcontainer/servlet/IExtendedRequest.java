package com.ibm.wsspi.webcontainer.servlet;

import com.ibm.websphere.servlet.request.IRequest;
import com.ibm.wsspi.webcontainer.webapp.IWebAppDispatcherContext;

/** See this module's description. */
public interface IExtendedRequest {
    /** That of the server. */
    IRequest getIRequest();

    /** Where it was mapped to. */
    IWebAppDispatcherContext getWebAppDispatcherContext();

    /** As in the servlet API. */
    String getHeader(String name);

    /** As in the servlet API. */
    String getMethod();

    /** As in the servlet API. */
    Object getAttribute(String name);
}
