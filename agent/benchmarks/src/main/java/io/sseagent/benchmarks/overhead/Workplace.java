package io.sseagent.benchmarks.overhead;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the jars are, which Java runs them and where their logs go. */
final class Workplace {
    private static final String CLIENT = "io.sseagent.benchmarks.load.LoadClient";
    private static final String CLIENT_HEAP = "-Xmx512m";

    private final Path benchmarksJar;
    private final Path java;
    private final String heap;
    private final Path scratch;
    private int forks;

    /** @param heap the applications' {@code -Xmx}, for example {@code 1g} */
    Workplace(Path java, String heap) throws IOException {
        this.benchmarksJar = Path.of(URI.create(Workplace.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        this.java = java;
        this.heap = heap;
        this.scratch = Files.createTempDirectory("sse-agent-overhead");
    }

    /** The module's build folder. */
    Path target() {
        return benchmarksJar.getParent();
    }

    Path scratch() {
        return scratch;
    }

    Path java() {
        return java;
    }

    ForkedJvm fork(Application application, Variant variant) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add("-Xmx" + heap);
        // the default differs with the size of the machine
        arguments.add("-XX:+UseG1GC");
        arguments.addAll(variant.jvmArguments());
        String classPath = target().resolve("benchmarks-apps.jar") + File.pathSeparator
                + target().resolve("apps").resolve(application.folder()) + File.separator + "*";
        return ForkedJvm.start(java, arguments, classPath, application.mainClass(), log(variant.name()));
    }

    ForkedJvm forkClient() throws IOException {
        return ForkedJvm.start(java, List.of(CLIENT_HEAP), benchmarksJar.toString(), CLIENT, log("client"));
    }

    private Path log(String name) {
        forks++;
        return scratch.resolve(forks + "-" + name.replace(' ', '-') + ".log");
    }
}
