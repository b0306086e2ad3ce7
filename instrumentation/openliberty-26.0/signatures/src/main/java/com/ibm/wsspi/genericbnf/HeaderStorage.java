package com.ibm.wsspi.genericbnf;

/** See this module's description. */
public interface HeaderStorage {
    /** Never null. */
    HeaderField getHeader(String name);
}
