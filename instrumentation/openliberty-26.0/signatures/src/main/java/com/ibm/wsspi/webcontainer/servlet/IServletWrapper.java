package com.ibm.wsspi.webcontainer.servlet;

/** See this module's description. */
public interface IServletWrapper {
    /** Of the servlet in it, or null. */
    IServletConfig getServletConfig();
}
