package io.sseagent.instrumentation.testing;

import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.MethodPattern;
import io.sseagent.tooling.TypeInstrumentation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What inlined code may do, checked on the class file of every advice that a module binds: it runs inside the library's
 * class, so it may use {@code java.*}, the bridge and the library, and it must not change what it observes.
 */
public final class AdviceRules {

    private AdviceRules() {}

    /**
     * Fails with every broken rule of every advice of {@code module}, and if it binds none.
     *
     * @param libraryPrefixes starts of the library's own class names, such as {@code org.apache.}
     */
    public static void assertKept(InstrumentationModule module, String... libraryPrefixes) {
        List<String> violations = violations(module, libraryPrefixes);
        if (!violations.isEmpty()) {
            throw new AssertionError(module.name() + ":\n  " + String.join("\n  ", violations));
        }
    }

    static List<String> violations(InstrumentationModule module, String... libraryPrefixes) {
        AdviceNames advice = new AdviceNames();
        for (TypeInstrumentation type : module.types()) {
            type.bind(advice);
        }
        if (advice.names.isEmpty()) {
            return List.of("binds no advice");
        }
        List<String> violations = new ArrayList<>();
        for (String name : advice.names) {
            violations.addAll(new AdviceClassRules(name, libraryPrefixes).check(classFile(module, name)));
        }
        return violations;
    }

    private static byte[] classFile(InstrumentationModule module, String adviceName) {
        String resource = adviceName.replace('.', '/') + ".class";
        try (InputStream classFile = module.getClass().getClassLoader().getResourceAsStream(resource)) {
            return classFile == null ? null : classFile.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class AdviceNames implements AdviceBinder {
        private final Set<String> names = new LinkedHashSet<>();

        @Override
        public void advise(MethodPattern method, String adviceClassName) {
            names.add(adviceClassName);
        }

        @Override
        public void adviseIfPresent(MethodPattern method, String adviceClassName) {
            names.add(adviceClassName);
        }

        @Override
        public void adviseOneOf(String choice, MethodPattern method, String adviceClassName) {
            names.add(adviceClassName);
        }
    }
}
