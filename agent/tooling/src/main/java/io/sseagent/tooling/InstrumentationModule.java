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
}
