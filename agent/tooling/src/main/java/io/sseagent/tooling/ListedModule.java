package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.List;

/** A module that is loaded when the first of its classes is. Thread-safe. */
final class ListedModule extends InstrumentationModule {
    private final ClassLoader loader;
    private final String name;
    private final String className;
    private final List<String> typeNames;

    private List<TypeInstrumentation> loaded;

    ListedModule(ClassLoader loader, String name, String className, List<String> typeNames) {
        this.loader = loader;
        this.name = name;
        this.className = className;
        this.typeNames = typeNames;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<TypeInstrumentation> types() {
        List<TypeInstrumentation> types = new ArrayList<TypeInstrumentation>(typeNames.size());
        for (int i = 0; i < typeNames.size(); i++) {
            types.add(new ListedType(i));
        }
        return types;
    }

    private synchronized TypeInstrumentation loaded(int index) {
        if (loaded == null) {
            try {
                loaded = ((InstrumentationModule) loader.loadClass(className)
                                .getDeclaredConstructor()
                                .newInstance())
                        .types();
            } catch (ReflectiveOperationException mistake) {
                throw new IllegalStateException("a listed module is not in the jar: " + className, mistake);
            }
        }
        return loaded.get(index);
    }

    private final class ListedType extends TypeInstrumentation {
        private final int index;

        ListedType(int index) {
            this.index = index;
        }

        @Override
        public String typeName() {
            return typeNames.get(index);
        }

        @Override
        public String companionName() {
            return loaded(index).companionName();
        }

        @Override
        public void bind(AdviceBinder binder) {
            loaded(index).bind(binder);
        }

        @Override
        public boolean isNeeded() {
            return loaded(index).isNeeded();
        }
    }
}
