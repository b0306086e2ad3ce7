package io.sseagent.testapps.matrix;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What distributions are published as, fetched by the Maven that runs the build, with its settings and repositories. */
final class Download {
    private static final Path FOLDER = Path.of(System.getProperty("distributions"));
    private static final Path MAVEN = Path.of(System.getProperty("maven.home"), "bin", "mvn");
    private static final String PLUGIN =
            "org.apache.maven.plugins:maven-dependency-plugin:" + System.getProperty("dependency.plugin") + ":";

    private Download() {}

    /** The folder with the unpacked archive. */
    static Path unpacked(String artifact) {
        return fetched("unpack", artifact);
    }

    /** The folder with the file itself. */
    static Path file(String artifact) {
        return fetched("copy", artifact);
    }

    private static Path fetched(String goal, String artifact) {
        Path folder = folder(artifact);
        if (!Files.exists(folder)) {
            try {
                Files.createDirectories(folder);
                run(
                        folder,
                        MAVEN.toString(),
                        "-B",
                        "-ntp",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repository"),
                        PLUGIN + goal,
                        "-Dartifact=" + artifact,
                        "-DoutputDirectory=" + folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(artifact, failed);
            }
        }
        return folder;
    }

    private static void run(Path folder, String... command) throws IOException {
        File log = folder.resolve("download.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int exit = builder.start().onExit().join().exitValue();
        if (exit != 0) {
            String output = Files.readString(log.toPath());
            delete(folder);
            throw new IOException(List.of(command) + " ended with " + exit + ":\n" + output);
        }
    }

    /** Takes it from the build's folder again, not from the local repository. */
    static void delete(String artifact) {
        try {
            delete(folder(artifact));
        } catch (IOException notDeleted) {
            throw new UncheckedIOException(notDeleted);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path folder(String artifact) {
        return FOLDER.resolve(artifact.toLowerCase(Locale.ROOT).replace(':', '-'));
    }
}
