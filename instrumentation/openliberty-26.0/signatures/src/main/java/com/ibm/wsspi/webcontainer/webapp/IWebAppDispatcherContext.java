package com.ibm.wsspi.webcontainer.webapp;

/** See this module's description. */
public interface IWebAppDispatcherContext {}
