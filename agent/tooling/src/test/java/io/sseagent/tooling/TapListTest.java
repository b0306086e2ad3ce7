package io.sseagent.tooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapListTest {
    private static final String MODULE = Sleeper.class.getName();

    @Test
    void a_module_is_listed_with_all_its_types() {
        assertThat(TapList.render(List.of(new Sleeper())))
                .isEqualTo("sleeper-1.0 " + MODULE + " library org.A org.B$C\n");
    }

    @Test
    void a_listed_module_is_not_loaded_before_somebody_asks_what_it_advises() {
        Loader loader = new Loader(TapList.render(List.of(new Sleeper())));

        InstrumentationModule module = TapList.read(loader).get(0);
        assertThat(module.name()).isEqualTo("sleeper-1.0");
        assertThat(module.types()).extracting(TypeInstrumentation::typeName).containsExactly("org.A", "org.B$C");
        assertThat(loader.asked).isEmpty();

        assertThat(module.types().get(1).companionName()).isEqualTo("companion of org.B$C");
        assertThat(module.types().get(1).isNeeded()).isFalse();
        assertThat(loader.asked).containsExactly(MODULE);
    }

    @Test
    void what_a_module_is_for_is_known_without_loading_it() {
        Loader loader = new Loader(TapList.render(List.of(new Sleeper(), new Container(), new Fallback())));

        List<InstrumentationModule> modules = TapList.read(loader);
        assertThat(modules)
                .extracting(InstrumentationModule::isServletContainer)
                .containsExactly(false, true, false);
        assertThat(modules).extracting(InstrumentationModule::isFallback).containsExactly(false, false, true);
        assertThat(loader.asked).isEmpty();
    }

    @Test
    void a_module_for_the_jdk_itself_is_known_to_wait_for_a_stream() {
        List<InstrumentationModule> modules =
                TapList.read(new Loader(TapList.render(List.of(new Sleeper(), new Waiting()))));

        assertThat(modules).extracting(InstrumentationModule::awaitsFirstStream).containsExactly(false, true);
    }

    @Test
    void a_fallback_is_loaded_when_it_meets_a_class() {
        Loader loader = new Loader(TapList.render(List.of(new Fallback())));

        assertThat(TapList.read(loader).get(0).metType("org.Met", 3).typeName()).isEqualTo("org.Met as 3");
        assertThat(loader.asked).containsExactly(Fallback.class.getName());
    }

    @Test
    void a_jar_without_a_list_or_without_a_listed_module_says_so() {
        assertThatThrownBy(() -> TapList.read(new Loader(null))).hasMessage("the jar has no list of its taps");
        InstrumentationModule lost = TapList.read(new Loader("lost-1.0 org.example.Lost library org.A\n"))
                .get(0);
        assertThatThrownBy(() -> lost.types().get(0).isNeeded())
                .hasMessage("a listed module is not in the jar: org.example.Lost");
    }

    private static final class Loader extends ClassLoader {
        private final List<String> asked = new ArrayList<>();
        private final String list;

        Loader(String list) {
            super(TapListTest.class.getClassLoader());
            this.list = list;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return list == null ? null : new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            asked.add(name);
            return super.loadClass(name);
        }
    }

    /** In which servlets run. */
    public static final class Container extends Sleeper {
        @Override
        public boolean isServletContainer() {
            return true;
        }
    }

    /** For what only streams make worth it. */
    public static final class Waiting extends Sleeper {
        @Override
        public boolean awaitsFirstStream() {
            return true;
        }
    }

    /** For what nobody knows. */
    public static final class Fallback extends Sleeper {
        @Override
        public boolean isFallback() {
            return true;
        }

        @Override
        public TypeInstrumentation metType(String typeName, int role) {
            return new SleeperType(typeName + " as " + role);
        }
    }

    /** Of two types. */
    public static class Sleeper extends InstrumentationModule {
        @Override
        public String name() {
            return "sleeper-1.0";
        }

        @Override
        public List<TypeInstrumentation> types() {
            return List.of(new SleeperType("org.A"), new SleeperType("org.B$C"));
        }
    }

    private static final class SleeperType extends TypeInstrumentation {
        private final String typeName;

        SleeperType(String typeName) {
            this.typeName = typeName;
        }

        @Override
        public String typeName() {
            return typeName;
        }

        @Override
        public String companionName() {
            return "companion of " + typeName;
        }

        @Override
        public boolean isNeeded() {
            return false;
        }

        @Override
        public void bind(AdviceBinder binder) {
            throw new AssertionError("nobody asked");
        }
    }
}
