package com.ibm.ws.webcontainer.webapp;

import com.ibm.wsspi.webcontainer.servlet.IServletWrapper;
import com.ibm.wsspi.webcontainer.webapp.IWebAppDispatcherContext;

/** See this module's description. */
public abstract class WebAppDispatcherContext implements IWebAppDispatcherContext {
    WebAppDispatcherContext() {}

    /** As in the servlet API. */
    public String getContextPath() {
        return null;
    }

    /** As in the servlet API. */
    public String getServletPath() {
        return null;
    }

    /** As in the servlet API. */
    public String getPathInfo() {
        return null;
    }

    /** What serves it now, or null. */
    public IServletWrapper getCurrentServletReference() {
        return null;
    }
}
