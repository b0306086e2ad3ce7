package io.sseagent.testapps.matrix;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK of this machine: the running one, those named by the environment, and the neighbours of the running one.
 *
 * @param version as the JVM says it in {@code java.version}
 */
record Jdk(Path home, int feature, String version) {

    /** One of each feature release, the running one first. */
    static List<Jdk> all() {
        List<Path> candidates = new ArrayList<>();
        Path running = Path.of(System.getProperty("java.home"));
        candidates.add(running);
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getKey().matches("JAVA_HOME(_.*)?|JAVA_?\\d+_HOME|JDK_?\\d+(_HOME)?")) {
                candidates.add(Path.of(variable.getValue()));
            }
        }
        try (Stream<Path> neighbours = Files.list(running.getParent())) {
            neighbours.sorted().forEach(candidates::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<Integer, Jdk> found = new LinkedHashMap<>();
        for (Path home : candidates) {
            if (Files.isExecutable(home.resolve("bin/java")) && Files.isRegularFile(home.resolve("release"))) {
                Jdk jdk = in(home);
                found.putIfAbsent(jdk.feature, jdk);
            }
        }
        return List.copyOf(found.values());
    }

    private static Jdk in(Path home) {
        Properties release = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String version = release.getProperty("JAVA_VERSION").replace("\"", "");
        String[] parts = version.split("[._+-]");
        return new Jdk(home, Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]), version);
    }

    String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
