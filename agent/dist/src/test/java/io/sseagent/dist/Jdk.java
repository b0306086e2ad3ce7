package io.sseagent.dist;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK of this machine: the running one, those named by the environment, and the neighbours of the running one. */
record Jdk(Path home, int feature) {

    static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** Each real folder once, the running one first. */
    static List<Jdk> all() throws IOException {
        List<Path> candidates = new ArrayList<>();
        candidates.add(running().home());
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getKey().matches("JAVA_HOME(_.*)?|JAVA_?\\d+_HOME|JDK_?\\d+(_HOME)?")) {
                candidates.add(Path.of(variable.getValue()));
            }
        }
        try (Stream<Path> neighbours = Files.list(running().home().getParent())) {
            neighbours.sorted().forEach(candidates::add);
        }
        Map<Path, Jdk> found = new LinkedHashMap<>();
        for (Path home : candidates) {
            if (Files.isExecutable(home.resolve("bin/jcmd")) && Files.isRegularFile(home.resolve("release"))) {
                found.putIfAbsent(home.toRealPath(), new Jdk(home, feature(home.resolve("release"))));
            }
        }
        return List.copyOf(found.values());
    }

    private static int feature(Path release) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(release)) {
            properties.load(in);
        }
        String version = properties.getProperty("JAVA_VERSION").replace("\"", "");
        String[] parts = version.split("[._+-]");
        return Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]);
    }

    String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
