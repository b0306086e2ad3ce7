package io.sseagent.prometheus;

import java.io.File;

/** Tells, without reading it, whether a file may be another than at one moment. Taken before it is read. Immutable. */
final class FileStamp {
    /** Of the times that file systems keep: two changes within it may look like one. */
    private static final long GRANULARITY_MILLIS = 2_000;

    private final File file;
    private final long modifiedMillis;
    private final long lengthBytes;
    private final long takenMillis;

    FileStamp(String name) {
        this.file = new File(name);
        this.takenMillis = System.currentTimeMillis();
        this.modifiedMillis = file.lastModified();
        this.lengthBytes = file.length();
    }

    /** True, too, once the granularity has passed for a file that had just been written: it may have been again. */
    boolean isStale() {
        boolean wasFresh = Math.abs(takenMillis - modifiedMillis) < GRANULARITY_MILLIS;
        return file.lastModified() != modifiedMillis
                || file.length() != lengthBytes
                || (wasFresh && System.currentTimeMillis() - takenMillis >= GRANULARITY_MILLIS);
    }
}
