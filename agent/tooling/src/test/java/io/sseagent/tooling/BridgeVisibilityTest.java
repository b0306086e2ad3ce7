package io.sseagent.tooling;

import static io.sseagent.tooling.MethodPattern.method;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sseagent.bootstrap.SseStreams;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeVisibilityTest {
    private static final TestModule AROUND_WRITE = TestModule.ofResponse(
            binder -> binder.advise(method("write", "byte[]", "int", "int"), TestAdvice.named("Around")));

    @Test
    void the_bridge_lives_in_the_bootstrap_loader_as_in_production() {
        assertThat(SseStreams.class.getClassLoader()).isNull();
    }

    @Test
    void a_class_whose_loader_hides_the_bridge_is_left_alone() {
        LibraryLoader hiding = new LibraryLoader() {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("io.sseagent.bootstrap.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        assertLeftAlone(hiding);
    }

    /** What woven code would miss at its first stream, not before. */
    @ParameterizedTest
    @ValueSource(strings = {"StreamRequest", "SseStream", "CloseReason", "ServerConnection"})
    void a_class_whose_loader_hides_a_part_of_the_bridge_is_left_alone(String part) {
        LibraryLoader hiding = new LibraryLoader() {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.equals("io.sseagent.bootstrap." + part)) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        assertLeftAlone(hiding);
    }

    /** As Felix does it, which looks at the stack. */
    @Test
    void a_loader_that_shows_the_bridge_to_the_agent_alone_has_shown_it_to_the_woven_class() {
        List<String> asked = new ArrayList<>();
        LibraryLoader felix = new LibraryLoader() {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("io.sseagent.bootstrap.")) {
                    asked.add(name);
                    boolean fromOutside = StackWalker.getInstance()
                            .walk(frames -> frames.anyMatch(
                                    frame -> frame.getClassName().equals(BridgeVisibility.class.getName())));
                    if (!fromOutside) {
                        throw new ClassNotFoundException(name);
                    }
                }
                return super.loadClass(name, resolve);
            }
        };
        try (RecordingTracker tracker = RecordingTracker.install();
                Installation installed = Installation.of(AROUND_WRITE)) {
            LibraryResponse response = LibraryResponse.in(felix);
            assertThat(response.write((byte) 1)).isEqualTo(1);
            assertThat(tracker.told).containsExactly("enter", "exit");
            assertThat(installed.report(felix).status()).isEqualTo(TapStatus.MATCHED);
            assertThat(asked).doesNotHaveDuplicates().contains("io.sseagent.bootstrap.StreamRequest");
        }
    }

    @Test
    void a_loader_that_breaks_is_one_that_hides_the_bridge() {
        LibraryLoader broken = new LibraryLoader() {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("io.sseagent.bootstrap.")) {
                    throw new IllegalStateException("stopped");
                }
                return super.loadClass(name, resolve);
            }
        };
        assertLeftAlone(broken);
    }

    @Test
    void a_namesake_is_not_the_bridge() {
        LibraryLoader withCopy = new LibraryLoader() {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.equals(SseStreams.class.getName()) && findLoadedClass(name) == null) {
                    byte[] copy = ClassFiles.read(null, name.replace('.', '/'));
                    return defineClass(name, copy, 0, copy.length);
                }
                return super.loadClass(name, resolve);
            }
        };
        assertLeftAlone(withCopy);
    }

    private static void assertLeftAlone(LibraryLoader loader) {
        try (RecordingTracker tracker = RecordingTracker.install();
                Installation installed = Installation.of(AROUND_WRITE)) {
            LibraryResponse response = LibraryResponse.in(loader);
            assertThat(response.write((byte) 1)).isEqualTo(1);
            assertThat(tracker.told).isEmpty();
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.UNSUPPORTED_LOADER);
        }
    }

    /** The JVM adds the read edge of the module, both when the class loads and when it is transformed later. */
    @Test
    void a_class_of_a_named_module_reaches_the_bridge() throws Exception {
        String created = "sun.net.httpserver.ServerImpl";
        TestModule jdk = TestModule.of(
                "jdk-httpserver", created, binder -> binder.advise(method("start"), TestAdvice.named("Around")));
        for (String state : new String[] {"not loaded yet", "loaded already"}) {
            try (RecordingTracker tracker = RecordingTracker.install();
                    Installation installed = Installation.of(jdk)) {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.start();
                server.stop(0);
                assertThat(tracker.told).as(state).containsExactly("enter", "exit");
                assertThat(server.getClass().getModule().isNamed()).isTrue();
                TapReport report = installed.taps.reports().get(0);
                assertThat(report.status()).isEqualTo(TapStatus.MATCHED);
                assertThat(report.libraryVersion()).isEqualTo(System.getProperty("java.version"));
            }
        }
    }
}
