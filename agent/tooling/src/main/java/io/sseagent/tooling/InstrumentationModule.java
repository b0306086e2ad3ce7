package io.sseagent.tooling;

import java.util.List;

/**
 * One instrumented library: a folder under {@code instrumentation/}, announced in a service file when the jar is
 * packed ({@link TapList}). Needs a public constructor without arguments. Made when the first of its classes is loaded.
 */
public abstract class InstrumentationModule {

    /** The name users see and configure: library and lowest version, such as {@code tomcat-7.0}. */
    public abstract String name();

    /** The classes of the library that are tapped. */
    public abstract List<TypeInstrumentation> types();

    /** Whether servlets run in the server that this is for, so that in its JVM the fallback for unknown containers can stay asleep. */
    public boolean isServletContainer() {
        return false;
    }

    /**
     * Whether this is for servers that no other module knows. Such a module is armed late, and only in a JVM that needs it, so that it
     * costs no other one anything; it names further classes as they are met.
     */
    public boolean isFallback() {
        return false;
    }

    /**
     * Whether its classes, of the JDK itself, are to stay as they are until a stream has opened, and for good if nobody asks for more
     * ({@link InstalledTaps#armAwaiting}).
     */
    public boolean awaitsFirstStream() {
        return false;
    }

    /** For a fallback: the tap for a class that was met in this role ({@code ServletClassListener}). */
    public TypeInstrumentation metType(String typeName, int role) {
        throw new UnsupportedOperationException(name() + " is no fallback");
    }
}
