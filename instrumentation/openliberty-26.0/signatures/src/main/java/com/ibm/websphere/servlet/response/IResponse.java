package com.ibm.websphere.servlet.response;

/** See this module's description. */
public interface IResponse {}
