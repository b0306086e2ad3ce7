package io.sseagent.tooling;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What the installer made of one class of one module in one class loader. Immutable and thread-safe; keeps neither the
 * class nor its loader alive. A class that was never loaded has no report.
 */
public final class TapReport {
    private static final List<String> NOTHING_MISSING = Collections.emptyList();
    private static final Set<String> NO_ADVICE = Collections.emptySet();

    private final Tap tap;
    private final WeakReference<ClassLoader> loader;
    private final LibraryVersion version;
    private final TapStatus status;
    private final List<String> missing;
    private final Throwable failure;
    private final Set<String> advice;

    TapReport(Tap tap, TappedClass place, TapStatus status, List<String> missing, Throwable failure) {
        this(tap, place.loader(), tap.versionOf(place), status, missing, failure, NO_ADVICE);
    }

    private TapReport(
            Tap tap,
            ClassLoader loader,
            LibraryVersion version,
            TapStatus status,
            List<String> missing,
            Throwable failure,
            Set<String> advice) {
        this.tap = tap;
        this.loader = loader == null ? null : new WeakReference<ClassLoader>(loader);
        this.version = version;
        this.status = status;
        this.missing = Collections.unmodifiableList(missing);
        this.failure = failure;
        this.advice = Collections.unmodifiableSet(advice);
    }

    /** For a tap that fits, as far as its advice has not been disabled. */
    static TapReport woven(MethodBinder fits, TappedClass place) {
        return new TapReport(
                fits.tap(),
                place.loader(),
                fits.tap().versionOf(place),
                fits.status(),
                NOTHING_MISSING,
                null,
                fits.adviceClassNames());
    }

    /** For a tap that nobody wants: its class is not even looked for. */
    static TapReport disabled(Tap tap) {
        return new TapReport(tap, null, LibraryVersion.UNKNOWN, TapStatus.DISABLED, NOTHING_MISSING, null, NO_ADVICE);
    }

    /** The name of the module: {@code tomcat-7.0}. */
    public String tapName() {
        return tap.moduleName();
    }

    /** Resolved later. */
    LibraryVersion version() {
        return version;
    }

    /** See {@link InstrumentationModule#isFallback}. */
    boolean isFallback() {
        return tap.isFallback();
    }

    /** See {@link InstrumentationModule#isServletContainer}. */
    boolean isServletContainer() {
        return tap.isServletContainer();
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

    /** Class names of the advice that is in place; unmodifiable. */
    public Set<String> advice() {
        return advice;
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
