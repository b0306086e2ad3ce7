package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.List;

/** A module that is loaded when the first of its classes is. Thread-safe. */
final class ListedModule extends InstrumentationModule {
    private final ClassLoader loader;
    private final String name;
    private final String className;
    private final boolean fallback;
    private final boolean servletContainer;
    private final boolean awaitsFirstStream;
    private final List<String> typeNames;

    private InstrumentationModule module;
    private List<TypeInstrumentation> moduleTypes;

    ListedModule(
            ClassLoader loader,
            String name,
            String className,
            boolean fallback,
            boolean servletContainer,
            boolean awaitsFirstStream,
            List<String> typeNames) {
        this.loader = loader;
        this.name = name;
        this.className = className;
        this.fallback = fallback;
        this.servletContainer = servletContainer;
        this.awaitsFirstStream = awaitsFirstStream;
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

    @Override
    public boolean isServletContainer() {
        return servletContainer;
    }

    @Override
    public boolean awaitsFirstStream() {
        return awaitsFirstStream;
    }

    @Override
    public boolean isFallback() {
        return fallback;
    }

    @Override
    public TypeInstrumentation metType(String typeName, int role) {
        return loaded().metType(typeName, role);
    }

    private synchronized InstrumentationModule loaded() {
        if (module == null) {
            try {
                module = (InstrumentationModule)
                        loader.loadClass(className).getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException mistake) {
                throw new IllegalStateException("a listed module is not in the jar: " + className, mistake);
            }
        }
        return module;
    }

    private synchronized TypeInstrumentation loaded(int index) {
        if (moduleTypes == null) {
            moduleTypes = loaded().types();
        }
        return moduleTypes.get(index);
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
