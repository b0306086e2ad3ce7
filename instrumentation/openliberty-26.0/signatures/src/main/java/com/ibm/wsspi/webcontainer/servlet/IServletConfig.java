package com.ibm.wsspi.webcontainer.servlet;

import java.util.List;

/** See this module's description. */
public interface IServletConfig {
    /** Its patterns. */
    List<String> getMappings();
}
