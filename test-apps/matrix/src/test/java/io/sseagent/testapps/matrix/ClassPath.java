package io.sseagent.testapps.matrix;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The arguments of {@code java} for an application that is a jar beside a folder of libraries. */
final class ClassPath {
    private ClassPath() {}

    /** Where the build has put the libraries of a server, which is named with its version. */
    static Path libraries(String server) {
        return Path.of(System.getProperty("servers"), server);
    }

    /** {@code more} is the main class and what belongs to it. */
    static List<String> arguments(Path application, Path libraries, String... more) {
        return Stream.concat(
                        Stream.of("-cp", application + File.pathSeparator + libraries.resolve("*")), Stream.of(more))
                .toList();
    }
}
