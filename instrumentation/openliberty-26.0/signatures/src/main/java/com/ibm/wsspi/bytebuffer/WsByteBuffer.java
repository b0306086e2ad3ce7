package com.ibm.wsspi.bytebuffer;

import java.nio.ByteBuffer;

/** See this module's description. */
public interface WsByteBuffer {
    /** As of a buffer of the JDK. */
    boolean hasArray();

    /** As of a buffer of the JDK. */
    byte[] array();

    /** As of a buffer of the JDK. */
    int arrayOffset();

    /** As of a buffer of the JDK. */
    int position();

    /** As of a buffer of the JDK. */
    int limit();

    /** The buffer itself. */
    ByteBuffer getWrappedByteBufferNonSafe();
}
