package io.sseagent.core.jvm;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Physical memory of this process, as Linux tells it. For one thread at a time. */
final class ResidentMemory {
    private static final String FIELD = "\nVmRSS:";
    private static final int BYTES_PER_KILOBYTE = 1024;

    private final byte[] status = new byte[8192];
    private final String file;

    ResidentMemory() {
        this("/proc/self/status");
    }

    ResidentMemory(String file) {
        this.file = file;
    }

    /** Negative where it is not known. */
    long bytes() {
        try (InputStream in = new FileInputStream(file)) {
            int length = Math.max(in.read(status), 0);
            return parse(new String(status, 0, length, StandardCharsets.ISO_8859_1));
        } catch (IOException | SecurityException notLinux) {
            return -1;
        }
    }

    private static long parse(String text) {
        int field = text.indexOf(FIELD);
        int end = text.indexOf(" kB", Math.max(field, 0));
        if (field < 0 || end < 0) {
            return -1;
        }
        try {
            return Long.parseLong(text.substring(field + FIELD.length(), end).trim()) * BYTES_PER_KILOBYTE;
        } catch (NumberFormatException notWhatItWas) {
            return -1;
        }
    }
}
