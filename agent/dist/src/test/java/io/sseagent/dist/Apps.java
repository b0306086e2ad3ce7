package io.sseagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The small applications of {@code src/test/apps}, compiled for Java 8, so that every JDK can run them. */
final class Apps {
    private Apps() {}

    /** Compiles one into {@code folder}, which is returned; {@code libraries} is its class path. */
    static Path compile(String name, Path folder, List<Path> libraries) {
        String source = Path.of(System.getProperty("test.apps"), name + ".java").toString();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "8",
                        "-Xlint:-options",
                        "-nowarn",
                        "-cp",
                        classPath(libraries),
                        "-d",
                        folder.toString(),
                        source);
        assertThat(result).as("compilation of " + source).isZero();
        return folder;
    }

    static Path compile(String name, Path folder) {
        return compile(name, folder, List.of());
    }

    /** The jars of another version than those of the agent. */
    static List<Path> otherLibraries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("other.libraries")))) {
            return files.sorted().toList();
        }
    }

    static String classPath(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
