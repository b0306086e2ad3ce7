package io.sseagent.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The jar as built, and things that people do to it. */
final class AgentJarFile {
    static final Path PATH = Path.of(System.getProperty("agent.jar"));
    static final String VERSION = System.getProperty("agent.version");

    private AgentJarFile() {}

    /** The option that starts it on a free port of this machine only. */
    static String option(Path jar) {
        return "-javaagent:" + jar + "=port=0,host=127.0.0.1";
    }

    static String option() {
        return option(PATH);
    }

    /** A copy of all content and one class more, under a manifest such as a shading tool leaves it. */
    static void writeUberJar(Path target, Path classFile) throws IOException {
        String name = classFile.getFileName().toString();
        try (JarOutputStream uber = copy(target, name.replace(".class", ""), entry -> true)) {
            uber.putNextEntry(new JarEntry(name));
            Files.copy(classFile, uber);
        }
    }

    /** A copy that lacks one entry. */
    static void writeWithout(String entryName, Path target) throws IOException {
        copy(target, null, entry -> !entry.equals(entryName)).close();
    }

    private static JarOutputStream copy(Path target, String mainClass, Predicate<String> filter) throws IOException {
        try (JarFile agent = new JarFile(PATH.toFile())) {
            Manifest manifest = new Manifest(agent.getManifest());
            if (mainClass != null) {
                manifest.getMainAttributes().putValue("Main-Class", mainClass);
            }
            JarOutputStream copy = new JarOutputStream(Files.newOutputStream(target), manifest);
            for (JarEntry entry : Collections.list(agent.entries())) {
                if (!entry.getName().equals(JarFile.MANIFEST_NAME) && filter.test(entry.getName())) {
                    copy.putNextEntry(new JarEntry(entry.getName()));
                    agent.getInputStream(entry).transferTo(copy);
                }
            }
            return copy;
        }
    }
}
