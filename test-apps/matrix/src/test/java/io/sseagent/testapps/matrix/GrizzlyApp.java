package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Pattern PORT = Pattern.compile("PORT=(\\d+)");

    private final String version;
    private final int since;

    GrizzlyApp(String version, int since) {
        this.version = version;
        this.since = since;
    }

    /** The lowest on the JDK that runs the tests and the newest on the newest one; all of them under the profile. */
    static Stream<ForkedServer> servers() {
        if (Matrix.isFull()) {
            return Stream.of(values())
                    .flatMap(launch -> Matrix.onEveryJdk(launch)
                            .filter(server -> server.jdk().feature() >= launch.since));
        }
        return Stream.concat(
                Stream.of(ForkedServer.underAgent(OLDEST, Jdk.all().get(0))),
                Jdk.all().stream()
                        .filter(jdk -> jdk.feature() >= NEWEST.since)
                        .reduce((older, newer) -> newer)
                        .map(jdk -> ForkedServer.underAgent(NEWEST, jdk))
                        .stream());
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
        Path libraries = Path.of(System.getProperty("servers"), "grizzly-" + version, "*");
        String classPath = APPLICATION + System.getProperty("path.separator") + libraries;
        return List.of("-cp", classPath, "io.sseagent.testapps.grizzly.Application");
    }

    @Override
    public Pattern ready() {
        return PORT;
    }

    @Override
    public String contextPath() {
        return "";
    }

    @Override
    public String tap() {
        return "grizzly";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.noneOf(Capability.class);
    }
}
