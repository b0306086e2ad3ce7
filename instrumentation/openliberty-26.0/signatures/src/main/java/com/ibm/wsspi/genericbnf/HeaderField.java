package com.ibm.wsspi.genericbnf;

/** See this module's description. */
public interface HeaderField {
    /** Null if there is none. */
    String asString();
}
