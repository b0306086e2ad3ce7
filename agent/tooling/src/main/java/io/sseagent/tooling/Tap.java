package io.sseagent.tooling;

import java.util.HashSet;
import java.util.Set;

/** One class to instrument, with the module that asks for it. */
final class Tap {
    private final LibraryVersion version;
    private final InstrumentationModule module;
    private final String moduleName;
    private final String typeName;
    private final TypeInstrumentation instrumentation;

    Tap(InstrumentationModule module, TypeInstrumentation instrumentation) {
        this(module, instrumentation, null);
    }

    /** @param version of a library that is not the one of the class, or null */
    Tap(InstrumentationModule module, TypeInstrumentation instrumentation, LibraryVersion version) {
        this.version = version;
        this.module = module;
        this.moduleName = module.name();
        this.typeName = instrumentation.typeName();
        this.instrumentation = instrumentation;
    }

    /** The same for all taps that do the same to their classes. */
    String instrumentationName() {
        return instrumentation.getClass().getName();
    }

    /** The version to report for a class of this library. */
    LibraryVersion versionOf(TappedClass place) {
        return version == null ? place.version() : version;
    }

    boolean isFallback() {
        return module.isFallback();
    }

    boolean isServletContainer() {
        return module.isServletContainer();
    }

    String moduleName() {
        return moduleName;
    }

    String typeName() {
        return typeName;
    }

    /** Whether what the tap is for can be there at all. */
    boolean isOfUse(ClassFiles classFiles) {
        String companion = instrumentation.companionName();
        return companion == null || classFiles.ofLibrary(companion.replace('.', '/')) != null;
    }

    void bind(AdviceBinder binder) {
        instrumentation.bind(binder);
    }

    boolean isNeeded() {
        return instrumentation.isNeeded();
    }

    boolean uses(String adviceClassName) {
        AdviceNames names = new AdviceNames();
        instrumentation.bind(names);
        return names.seen.contains(adviceClassName);
    }

    private static final class AdviceNames implements AdviceBinder {
        private final Set<String> seen = new HashSet<String>();

        @Override
        public void advise(MethodPattern method, String adviceClassName) {
            seen.add(adviceClassName);
        }

        @Override
        public void adviseIfPresent(MethodPattern method, String adviceClassName) {
            seen.add(adviceClassName);
        }

        @Override
        public void adviseOneOf(String choice, MethodPattern method, String adviceClassName) {
            seen.add(adviceClassName);
        }
    }
}
