package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An embedded Jetty with a WAR application, with a version of Jetty on its class path; {@code options} are the JVM's. */
record Jetty(String version, String war, List<String> options) implements Launch {
    private static final Path APPLICATION = TestApp.file("jetty-9.4.jar");

    private static final Jetty LOWEST = new Jetty("9.4.25.v20191220", "war-javax.war", List.of());
    private static final List<Jetty> OTHERS = List.of(
            new Jetty("9.4.58.v20250814", "war-javax.war", List.of()),
            new Jetty("10.0.26", "war-javax.war", List.of()),
            new Jetty("11.0.26", "war-jakarta.war", List.of()));

    /** The lowest version; under the profile {@code matrix-full} the newest of each line, too. */
    static Stream<Jetty> all() {
        return Stream.concat(Stream.of(LOWEST), Matrix.isFull() ? OTHERS.stream() : Stream.empty());
    }

    /** Those that give a write up after two seconds. */
    static Stream<Jetty> impatient() {
        return all().map(jetty -> jetty.with("-Dapp.idle=2000"));
    }

    /** Those that compress event streams. */
    static Stream<Jetty> compressing() {
        return all().map(jetty -> jetty.with("-Dapp.gzip=true"));
    }

    static Jetty lowest() {
        return LOWEST;
    }

    private Jetty with(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new Jetty(version, war, more);
    }

    @Override
    public String title() {
        return String.join(" ", "jetty " + version, String.join(" ", options)).trim();
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public List<String> arguments(Path folder) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(ClassPath.arguments(
                APPLICATION,
                ClassPath.libraries("jetty-" + version),
                "io.sseagent.testapps.jetty.Application",
                TestApp.file(war).toString()));
        return arguments;
    }

    @Override
    public String contextPath() {
        return "/app";
    }

    @Override
    public String tap() {
        return "jetty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }

    /** After an async time-out Jetty would send an error page, cannot, and lets go of the response without an end. */
    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.ENDS_TIMED_OUT_RESPONSE));
    }
}
