package io.sseagent.testapps.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** What lies in an executable jar of Spring Boot. */
final class NestedJar {
    private NestedJar() {}

    /** The version of the library of that name. */
    static String version(Path executable, String library) {
        Pattern file = Pattern.compile(".*/" + Pattern.quote(library) + "-(\\d.*)\\.jar");
        try (ZipFile jar = new ZipFile(executable.toFile())) {
            return jar.stream()
                    .map(entry -> file.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
