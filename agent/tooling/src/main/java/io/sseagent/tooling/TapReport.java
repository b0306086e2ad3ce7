package io.sseagent.tooling;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.List;

/**
 * What the installer made of one class of one module in one class loader. Immutable and thread-safe; keeps neither the
 * class nor its loader alive. A class that was never loaded has no report.
 */
public final class TapReport {
    private final Tap tap;
    private final WeakReference<ClassLoader> loader;
    private final LibraryVersion version;
    private final TapStatus status;
    private final List<String> missing;
    private final Throwable failure;

    TapReport(Tap tap, TappedClass place, TapStatus status, List<String> missing, Throwable failure) {
        this(tap, place.loader(), place.version(), status, missing, failure);
    }

    private TapReport(
            Tap tap,
            ClassLoader loader,
            LibraryVersion version,
            TapStatus status,
            List<String> missing,
            Throwable failure) {
        this.tap = tap;
        this.loader = loader == null ? null : new WeakReference<ClassLoader>(loader);
        this.version = version;
        this.status = status;
        this.missing = Collections.unmodifiableList(missing);
        this.failure = failure;
    }

    /** For a tap that nobody wants: its class is not even looked for. */
    static TapReport disabled(Tap tap) {
        return new TapReport(
                tap, null, LibraryVersion.UNKNOWN, TapStatus.DISABLED, Collections.<String>emptyList(), null);
    }

    /** The name of the module: {@code tomcat-7.0}. */
    public String tapName() {
        return tap.moduleName();
    }

    /** The dotted name of the class. */
    public String typeName() {
        return tap.typeName();
    }

    public TapStatus status() {
        return status;
    }

    /** For {@link TapStatus#UNMATCHED}: the methods to advise, or the members that advice uses, which are not there. */
    public List<String> missing() {
        return missing;
    }

    /** Why weaving failed, or null if it did not. */
    public Throwable failure() {
        return failure;
    }

    /**
     * The version of the library from its jar's name or manifest, the Java version for a class of the JDK, else
     * {@code unknown}. May read the jar: not for a thread of the application.
     */
    public String libraryVersion() {
        return version.resolve();
    }

    boolean replaces(TapReport earlier) {
        return tap == earlier.tap && isOf(earlier.loaderOrNull());
    }

    /** Whether the class belongs to {@code other}, null for the bootstrap loader. */
    boolean isOf(ClassLoader other) {
        return loaderOrNull() == other;
    }

    /** Whether the class went away with its loader, as after an undeployment. */
    boolean isOutdated() {
        return loader != null && loader.get() == null;
    }

    private ClassLoader loaderOrNull() {
        return loader == null ? null : loader.get();
    }

    @Override
    public String toString() {
        return tapName() + " " + typeName() + " " + status + (missing.isEmpty() ? "" : " missing " + missing)
                + (failure == null ? "" : " " + failure);
    }
}
