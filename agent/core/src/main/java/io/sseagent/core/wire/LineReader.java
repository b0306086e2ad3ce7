package io.sseagent.core.wire;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the lines of a file through one buffer that is used again and again. What is longer than that is no line. For one thread. */
final class LineReader {
    /** What a stream of the JDK reads without memory of its own. */
    private static final int BUFFER_BYTES = 8192;

    private final byte[] buffer = new byte[BUFFER_BYTES];

    /** Told of each line. */
    interface Lines {
        /** The bytes {@code [from, to)} of {@code bytes}, which are good until this returns; false if that is enough. */
        boolean line(byte[] bytes, int from, int to);
    }

    /** Throws if the file is not there or cannot be read. */
    void read(File file, Lines lines) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            int size = 0;
            boolean goesOn = true;
            for (int read = 0; goesOn && read >= 0; read = in.read(buffer, size, buffer.length - size)) {
                size += read;
                int from = 0;
                for (int i = size - read; goesOn && i < size; i++) {
                    if (buffer[i] == '\n') {
                        goesOn = lines.line(buffer, from, i);
                        from = i + 1;
                    }
                }
                System.arraycopy(buffer, from, buffer, 0, size - from);
                size = from == 0 && size == buffer.length ? 0 : size - from;
            }
        }
    }
}
