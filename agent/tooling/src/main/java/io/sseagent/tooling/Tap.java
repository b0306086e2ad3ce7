package io.sseagent.tooling;

import java.util.HashSet;
import java.util.Set;

/** One class to instrument, with the module that asks for it. */
final class Tap {
    private final String moduleName;
    private final String typeName;
    private final TypeInstrumentation instrumentation;

    Tap(String moduleName, TypeInstrumentation instrumentation) {
        this.moduleName = moduleName;
        this.typeName = instrumentation.typeName();
        this.instrumentation = instrumentation;
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
