package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import io.sseagent.instrumentation.testing.ServerUnderTest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A launch whose main runs in the JVM of the tests, in class loaders of its own, under an agent that was attached to this JVM:
 * what forked servers do not show is several libraries and versions under one agent. It ends with the JVM.
 */
final class InProcessServer implements ServerUnderTest {
    private static final OwnOutput OUTPUT = OwnOutput.begin();

    private final Launch launch;
    private final Jdk jdk = Jdk.all().get(0);
    private ForkedServer twin;
    private URI application;
    private int outputBefore;

    InProcessServer(Launch launch) {
        this.launch = launch;
    }

    @Override
    public URI application() {
        if (application == null) {
            OwnAgent.attach();
            outputBefore = OUTPUT.length();
            start();
            String port = OUTPUT.await(launch.ready(), outputBefore).group(1);
            application = URI.create("http://127.0.0.1:" + port + launch.contextPath());
        }
        return application;
    }

    private void start() {
        Deque<String> arguments = new ArrayDeque<>(launch.arguments(ForkedJvm.folder("in-process " + launch.title())));
        List<URL> classPath = new ArrayList<>();
        while (arguments.peek().startsWith("-")) {
            String option = arguments.remove();
            if (option.equals("-cp")) {
                Stream.of(arguments.remove().split(File.pathSeparator)).forEach(entry -> classPath.addAll(jars(entry)));
            } else if (option.equals("-jar")) {
                break;
            } else if (option.startsWith("-D")) {
                String[] property = option.substring(2).split("=", 2);
                System.setProperty(property[0], property[1]);
            } else {
                throw new IllegalArgumentException("not possible within a JVM that runs: " + option);
            }
        }
        String main = classPath.isEmpty() ? mainOf(Path.of(arguments.remove()), classPath) : arguments.remove();
        ClassLoader loader = new URLClassLoader(classPath.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        Thread thread = new Thread(() -> run(main, loader, arguments.toArray(new String[0])), launch.title());
        thread.setContextClassLoader(loader);
        thread.setDaemon(true);
        thread.start();
    }

    /** Of an executable jar. */
    private static String mainOf(Path jar, List<URL> classPath) {
        classPath.add(url(jar));
        try (JarFile opened = new JarFile(jar.toFile())) {
            return opened.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<URL> jars(String entry) {
        Path path = Path.of(entry);
        if (!path.endsWith("*")) {
            return List.of(url(path));
        }
        try (Stream<Path> files = Files.list(path.getParent())) {
            return files.sorted().map(InProcessServer::url).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void run(String main, ClassLoader loader, String[] arguments) {
        try {
            loader.loadClass(main).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public URI metrics() {
        return OwnAgent.metrics();
    }

    @Override
    public List<String> agentProblems() {
        return ForkedServer.problems(OUTPUT.since(outputBefore));
    }

    @Override
    public ServerUnderTest withoutAgent() {
        if (twin == null) {
            twin = ForkedServer.alone(launch, jdk);
        }
        return twin;
    }

    @Override
    public String tap() {
        return launch.tap();
    }

    @Override
    public String libraryVersion() {
        return launch.libraryVersion(jdk);
    }

    @Override
    public Set<Capability> capabilities() {
        return launch.capabilities();
    }

    @Override
    public void close() {
        if (twin != null) {
            twin.close();
            twin = null;
        }
    }

    /** As the table of facts reads it. */
    @Override
    public String toString() {
        return launch.title() + " in-process on " + jdk;
    }
}
