package io.sseagent.testapps.matrix;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Of the library of that name in the folder. */
    static String version(Path libraries, String library) {
        Pattern file = Pattern.compile(Pattern.quote(library) + "-(\\d.*)\\.jar");
        try (Stream<Path> files = Files.list(libraries)) {
            return files.map(each -> file.matcher(each.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
