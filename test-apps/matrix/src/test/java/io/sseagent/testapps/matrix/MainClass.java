package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** What {@code java} would start with some arguments, to be run in this JVM with a class loader of its own. */
record MainClass(String name, ClassLoader loader, List<String> arguments) implements Runnable {
    private static final String NESTED = "BOOT-INF/";

    /** Sets the system properties among the arguments; options for a JVM are ignored where this one was started with them. */
    static MainClass of(List<String> command, Path folder) {
        Deque<String> arguments = new ArrayDeque<>(command);
        List<URL> classPath = new ArrayList<>();
        String main = null;
        while (main == null) {
            String argument = arguments.remove();
            if (argument.equals("-cp")) {
                Stream.of(arguments.remove().split(File.pathSeparator)).forEach(entry -> classPath.addAll(urls(entry)));
            } else if (argument.equals("-jar")) {
                main = executable(Path.of(arguments.remove()), folder, classPath);
            } else if (argument.startsWith("-D")) {
                String[] property = argument.substring(2).split("=", 2);
                System.setProperty(property[0], property[1]);
            } else if (argument.endsWith(".java")) {
                main = compiled(Path.of(argument), folder, classPath);
            } else if (!argument.startsWith("-")) {
                main = argument;
            } else if (!argument.equals("--add-opens=java.base/java.lang=ALL-UNNAMED")) {
                throw new IllegalArgumentException("not possible within a JVM that runs: " + argument);
            }
        }
        ClassLoader loader = new URLClassLoader(classPath.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        return new MainClass(main, loader, List.copyOf(arguments));
    }

    /** An executable jar; one of Spring Boot is unpacked, for its launcher would be the class loader of the whole JVM. */
    private static String executable(Path jar, Path folder, List<URL> classPath) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            Attributes manifest = opened.getManifest().getMainAttributes();
            String main = manifest.getValue(Attributes.Name.MAIN_CLASS);
            String started = manifest.getValue("Start-Class");
            if (main.startsWith("io.quarkus.")) {
                return ofQuarkus(jar, classPath);
            }
            if (started == null) {
                classPath.add(url(jar));
                return main;
            }
            opened.stream()
                    .filter(entry -> entry.getName().startsWith(NESTED) && !entry.isDirectory())
                    .forEach(entry -> unpack(opened, entry.getName(), folder));
            classPath.add(url(folder.resolve(NESTED + "classes")));
            classPath.addAll(urls(folder.resolve(NESTED + "lib/*").toString()));
            return started;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its runner, too, would be the class loader of the whole JVM. */
    private static String ofQuarkus(Path jar, List<URL> classPath) {
        // where one that was started before tells its port
        System.clearProperty("quarkus.http.port");
        for (String folder : List.of("app", "quarkus", "lib/boot", "lib/main")) {
            classPath.addAll(urls(jar.resolveSibling(folder).resolve("*").toString()));
        }
        return "io.quarkus.runner.GeneratedMain";
    }

    private static void unpack(JarFile jar, String entry, Path folder) {
        Path file = folder.resolve(entry);
        try {
            Files.createDirectories(file.getParent());
            Files.copy(jar.getInputStream(jar.getEntry(entry)), file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@code java} does with a source. */
    private static String compiled(Path source, Path folder, List<URL> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> files =
                classPath.stream().map(url -> Path.of(url.getPath()).toString()).toList();
        Path classes = folder.resolve("classes");
        assertThat(compiler.run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-cp",
                        String.join(File.pathSeparator, files),
                        source.toString()))
                .as("what %s makes of %s", compiler, source)
                .isZero();
        classPath.add(url(classes));
        return source.getFileName().toString().replace(".java", "");
    }

    private static List<URL> urls(String entry) {
        Path path = Path.of(entry);
        if (!path.endsWith("*")) {
            return List.of(url(path));
        }
        try (Stream<Path> files = Files.list(path.getParent())) {
            return files.sorted().map(MainClass::url).toList();
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

    @Override
    public void run() {
        try {
            leaveTheUrlHandlers();
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object)
                    arguments.toArray(new String[0]));
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Tomcat sets what a JVM has once, the handlers of its URLs, and needs them for what is not done here; the one of version 7 gives in. */
    private void leaveTheUrlHandlers() throws ReflectiveOperationException {
        Class<?> handlers;
        try {
            handlers = loader.loadClass("org.apache.catalina.webresources.TomcatURLStreamHandlerFactory");
        } catch (ClassNotFoundException noTomcat) {
            return;
        }
        handlers.getMethod("disable").invoke(null);
    }
}
