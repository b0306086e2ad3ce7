package io.sseagent.tooling;

import java.util.List;

/**
 * One instrumented library: a folder under {@code instrumentation/}, found through {@link java.util.ServiceLoader}.
 * Needs a public constructor without arguments. Called once, while the agent starts.
 */
public abstract class InstrumentationModule {

    /** The name users see and configure: library and lowest version, such as {@code tomcat-7.0}. */
    public abstract String name();

    /** The classes of the library that are tapped. */
    public abstract List<TypeInstrumentation> types();
}
