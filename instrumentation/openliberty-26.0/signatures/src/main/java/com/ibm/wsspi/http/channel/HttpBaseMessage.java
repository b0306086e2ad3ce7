package com.ibm.wsspi.http.channel;

import com.ibm.wsspi.genericbnf.HeaderStorage;

/** See this module's description. */
public interface HttpBaseMessage extends HeaderStorage {
    /** With its name. */
    String getVersion();
}
