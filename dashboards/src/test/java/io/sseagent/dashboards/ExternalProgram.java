package io.sseagent.dashboards;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A program of the machine that a test can do without: where it is missing, the test is skipped and says how to get it. */
record ExternalProgram(Path path) {

    /** Exit code and both output streams together. */
    record Outcome(int exitCode, String output) {}

    /** Skips the calling test when no folder of the PATH holds the program. */
    static ExternalProgram require(String name, String debianPackage) {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                found.isPresent(),
                () -> name + " is not on the PATH; on Debian: apt-get install --no-install-recommends "
                        + debianPackage);
        return new ExternalProgram(found.orElseThrow());
    }

    /** Runs it to its end. */
    Outcome run(Path folder, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
