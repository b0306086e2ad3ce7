package io.sseagent.premain;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes jars like the released one, and unlike it. */
final class TestJar {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();

    /** A manifest as released. */
    static TestJar ours() {
        return new TestJar()
                .attribute("Manifest-Version", "1.0")
                .attribute("Main-Class", AgentMain.class.getName())
                .attribute("Premain-Class", AgentMain.class.getName())
                .attribute("Implementation-Version", "1.2.3")
                .attribute(AgentJar.LAYOUT_ATTRIBUTE, "1")
                .entry(AgentJar.FOLDER, new byte[0]);
    }

    TestJar attribute(String name, String value) {
        manifest.getMainAttributes().put(new Attributes.Name(name), value);
        return this;
    }

    TestJar without(String attribute) {
        manifest.getMainAttributes().remove(new Attributes.Name(attribute));
        return this;
    }

    TestJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    TestJar withoutEntry(String name) {
        entries.remove(name);
        return this;
    }

    /** The bytes of a class of the test class path. */
    static byte[] bytes(Class<?> type) throws IOException {
        return type.getResourceAsStream(type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class")
                .readAllBytes();
    }

    URL write(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        try (OutputStream out = Files.newOutputStream(path);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return path.toUri().toURL();
    }
}
