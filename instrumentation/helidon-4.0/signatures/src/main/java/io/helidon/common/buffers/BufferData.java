package io.helidon.common.buffers;

/** See this module's description. */
public interface BufferData {
    /** How many bytes are left to read. */
    int available();

    /** A byte behind the read position, which stays. */
    int get(int index);
}
