package io.sseagent.tooling;

import java.util.List;
import java.util.function.Consumer;

/** A module of one type, bound by the test. */
final class TestModule extends InstrumentationModule {
    private final String name;
    private final List<TypeInstrumentation> types;

    private TestModule(String name, List<TypeInstrumentation> types) {
        this.name = name;
        this.types = types;
    }

    static TestModule of(String name, String typeName, Consumer<AdviceBinder> binding) {
        return of(name, typeName, null, binding);
    }

    static TestModule of(String name, String typeName, String companionName, Consumer<AdviceBinder> binding) {
        return of(name, typeName, companionName, true, binding);
    }

    private static TestModule of(
            String name, String typeName, String companionName, boolean needed, Consumer<AdviceBinder> binding) {
        return new TestModule(name, List.of(new TypeInstrumentation() {
            @Override
            public String typeName() {
                return typeName;
            }

            @Override
            public String companionName() {
                return companionName;
            }

            @Override
            public boolean isNeeded() {
                return needed;
            }

            @Override
            public void bind(AdviceBinder binder) {
                binding.accept(binder);
            }
        }));
    }

    static TestModule ofResponse(Consumer<AdviceBinder> binding) {
        return of("library-1.0", LibraryResponse.TYPE, binding);
    }

    /** Of a class that its module can do without. */
    static TestModule ofDispensableResponse(Consumer<AdviceBinder> binding) {
        return of("library-1.0", LibraryResponse.TYPE, null, false, binding);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<TypeInstrumentation> types() {
        return types;
    }
}
