package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An embedded Jetty 12 with a version on its class path: with core handlers, or with a WAR application in ee10. */
record JettyCore(String version, boolean inEe10) implements Launch {
    private static final Path APPLICATION = TestApp.file("jetty-12.0.jar");
    private static final String LOWEST = "12.0.0";
    private static final String NEWEST = "12.1.14";

    /** Handlers: the newest version, under the profile {@code matrix-full} the lowest, too. */
    static Stream<Launch> handlers() {
        return Stream.of(NEWEST, LOWEST).limit(Matrix.isFull() ? 2 : 1).map(version -> new JettyCore(version, false));
    }

    /** Servlets: the lowest version, under the profile {@code matrix-full} the newest, too. */
    static Stream<Launch> servlets() {
        return Stream.of(LOWEST, NEWEST).limit(Matrix.isFull() ? 2 : 1).map(version -> new JettyCore(version, true));
    }

    static Launch newestWithServlets() {
        return new JettyCore(NEWEST, true);
    }

    @Override
    public String title() {
        return "jetty " + version + (inEe10 ? " ee10" : "");
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public List<String> arguments(Path folder) {
        Stream<String> arguments = ClassPath.arguments(
                APPLICATION, ClassPath.libraries("jetty-" + version), "io.sseagent.testapps.jetty.core.Application")
                .stream();
        Stream<String> war = Stream.of(TestApp.file("war-jakarta.war").toString());
        return Stream.concat(arguments, inEe10 ? war : Stream.empty()).toList();
    }

    @Override
    public String contextPath() {
        return inEe10 ? "/app" : "";
    }

    @Override
    public String tap() {
        return "jetty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }

    /** As {@link Jetty}: after an async time-out there is no end. */
    @Override
    public Set<Capability> capabilities() {
        return inEe10
                ? EnumSet.complementOf(EnumSet.of(Capability.ENDS_TIMED_OUT_RESPONSE))
                : EnumSet.of(Capability.HTTP2);
    }
}
