package io.sseagent.launcher;

/** Tells from the number of loaded classes, counted once a second, when an application has booted. */
final class BootWatch {
    /** A booting server loads hundreds of classes a second, a running one a handful. */
    private static final int CALM_CLASSES_PER_SECOND = 50;

    private static final int CALM_SECONDS = 2;
    private static final int LONGEST_BOOT_SECONDS = 60;

    private int loaded;
    private int seconds;
    private int calmSeconds;

    /** Whether the boot is over: two calm seconds in a row, or a minute. Called once a second from main's beginning on. */
    boolean isOver(int loadedNow) {
        boolean first = seconds++ == 0;
        boolean calm = !first && loadedNow - loaded < CALM_CLASSES_PER_SECOND;
        loaded = loadedNow;
        calmSeconds = calm ? calmSeconds + 1 : 0;
        return calmSeconds >= CALM_SECONDS || seconds > LONGEST_BOOT_SECONDS;
    }
}
