package com.ibm.websphere.servlet.request.extended;

import com.ibm.websphere.servlet.request.IRequest;
import com.ibm.wsspi.http.HttpInboundConnection;

/** See this module's description. */
public interface IRequestExtended extends IRequest {
    /** Whose request it is. */
    HttpInboundConnection getHttpInboundConnection();
}
