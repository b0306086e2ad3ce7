package com.ibm.websphere.servlet.request;

/** See this module's description. */
public interface IRequest {}
