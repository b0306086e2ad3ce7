package io.sseagent.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.ClassFileTransformer;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartTest {

    @Test
    void byte_buddy_sleeps_until_a_target_loads() throws Exception {
        AgentLoader agentLoader = new AgentLoader();
        Class<?> installer = agentLoader.loadClass(AgentInstaller.class.getName());
        Class<?> module = agentLoader.loadClass(AbsentModule.class.getName());
        Object installed = installer.getConstructors()[0].newInstance(
                Installation.INSTRUMENTATION,
                List.of(module.getDeclaredConstructor().newInstance()),
                Set.of());
        Object taps = installer.getMethod("install").invoke(installed);

        LibraryResponse.in(new LibraryLoader()).write((byte) 1);

        Method uninstall = taps.getClass().getMethod("uninstall");
        uninstall.invoke(taps);
        List<String> loaded = Arrays.stream(Installation.INSTRUMENTATION.getAllLoadedClasses())
                .filter(type -> type.getClassLoader() == agentLoader)
                .map(type -> type.getName())
                .toList();
        assertThat(loaded).contains(TapTransformer.class.getName()).noneMatch(name -> name.startsWith("net.bytebuddy"));
        assertThat(loaded).doesNotContain(Weaver.class.getName());
    }

    @Test
    void a_class_that_is_no_target_costs_no_allocation() throws Exception {
        Map<String, List<Tap>> taps = new HashMap<>();
        taps.put("org.example.Absent", Collections.emptyList());
        ClassFileTransformer transformer = new TapTransformer(taps, getClass().getClassLoader(), new TapReports());
        String[] names = {"org/example/Other", "java/lang/Some$1", null};
        for (int i = 0; i < 20_000; i++) {
            transformer.transform(null, names[i % 3], null, null, null);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(thread);
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 20_000; i++) {
            transformer.transform(null, names[i % 3], null, null, null);
        }
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(1024);
    }

    /** The agent's classes once more, as if in a loader of their own. */
    private static final class AgentLoader extends ClassLoader {
        AgentLoader() {
            super(StartTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                boolean own = name.startsWith("io.sseagent.tooling.") || name.startsWith("net.bytebuddy.");
                Class<?> loaded = own ? findLoadedClass(name) : super.loadClass(name, resolve);
                if (loaded != null) {
                    return loaded;
                }
                byte[] classFile = ClassFiles.read(getParent(), name.replace('.', '/'));
                return defineClass(name, classFile, 0, classFile.length);
            }
        }
    }

    public static final class AbsentModule extends InstrumentationModule {
        @Override
        public String name() {
            return "absent-1.0";
        }

        @Override
        public List<TypeInstrumentation> types() {
            return List.of(new AbsentInstrumentation());
        }
    }

    static final class AbsentInstrumentation extends TypeInstrumentation {
        @Override
        public String typeName() {
            return "org.example.Absent";
        }

        @Override
        public void bind(AdviceBinder binder) {
            throw new AssertionError("nobody asked");
        }
    }
}
