package io.sseagent.testapps.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The application on Grizzly alone, with a version of Grizzly on its class path. */
enum GrizzlyApp implements Launch {
    OLDEST("2.3", 8),
    /** In Payara 5. */
    V2_4("2.4.4", 8),
    /** In GlassFish 7 and Payara 6. */
    V4_0("4.0.2", 11),
    NEWEST("5.0.2", 21);

    private static final Path APPLICATION = TestApp.file("grizzly.jar");

    private final String version;
    private final int since;

    GrizzlyApp(String version, int since) {
        this.version = version;
        this.since = since;
    }

    /** The lowest on the JDK that runs the tests and the newest on the newest one; all of them under the profile. */
    static Stream<ForkedServer> servers() {
        return Matrix.lowestAndNewest(List.of(values()));
    }

    @Override
    public int since() {
        return since;
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return "grizzly " + version;
    }

    @Override
    public List<String> arguments(Path folder) {
        return ClassPath.arguments(
                APPLICATION, ClassPath.libraries("grizzly-" + version), "io.sseagent.testapps.grizzly.Application");
    }

    @Override
    public String tap() {
        return "grizzly";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }
}
