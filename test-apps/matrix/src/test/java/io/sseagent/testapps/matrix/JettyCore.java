package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An embedded Jetty 12 with a version on its class path: with core handlers if the environment is empty, else with a WAR application
 * in it; {@code options} are the JVM's.
 */
record JettyCore(String version, String environment, List<String> options) implements Launch {
    private static final Path APPLICATION = TestApp.file("jetty-12.0.jar");
    private static final String LOWEST = "12.0.0";
    private static final String NEWEST = "12.1.14";

    /** Handlers: the newest version, under the profile {@code matrix-full} the lowest, too. */
    static Stream<Launch> handlers() {
        return Stream.of(NEWEST, LOWEST)
                .limit(Matrix.isFull() ? 2 : 1)
                .map(version -> new JettyCore(version, "", List.of()));
    }

    /** Servlets of the environment that both have: the lowest and the newest version. */
    static List<JettyCore> servlets() {
        return List.of(new JettyCore(LOWEST, "ee10", List.of()), newestWithServlets());
    }

    static JettyCore newestWithServlets61() {
        return new JettyCore(NEWEST, "ee11", List.of());
    }

    static JettyCore newestWithServlets() {
        return new JettyCore(NEWEST, "ee10", List.of());
    }

    /** Whose connections may be idle for so long. */
    static JettyCore impatientHandlers(int millis) {
        return new JettyCore(NEWEST, "", List.of("-Dapp.idle=" + millis));
    }

    /** One that gives a write up after two seconds. */
    static JettyCore impatientServlets() {
        return new JettyCore(NEWEST, "ee10", List.of("-Dapp.idle=2000"));
    }

    @Override
    public String title() {
        return String.join(" ", "jetty", version, environment, String.join(" ", options))
                .trim();
    }

    @Override
    public String toString() {
        return title();
    }

    private boolean isOfServlets() {
        return !environment.isEmpty();
    }

    @Override
    public List<String> arguments(Path folder) {
        List<String> arguments = new ArrayList<>(options);
        if (isOfServlets()) {
            arguments.add("-Dapp.environment=" + environment);
        }
        arguments.addAll(ClassPath.arguments(
                APPLICATION,
                ClassPath.libraries("jetty-" + version + (environment.equals("ee11") ? "-ee11" : "")),
                "io.sseagent.testapps.jetty.core.Application"));
        if (isOfServlets()) {
            arguments.add(TestApp.file("war-jakarta.war").toString());
        }
        return arguments;
    }

    @Override
    public String contextPath() {
        return isOfServlets() ? "/app" : "";
    }

    @Override
    public String tap() {
        return "jetty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }

    /** As {@link Jetty}, after an async time-out there is no end; and a connection of HTTP/2 that takes nothing is waited for. */
    @Override
    public Set<Capability> capabilities() {
        return isOfServlets()
                ? EnumSet.complementOf(EnumSet.of(Capability.ENDS_TIMED_OUT_RESPONSE, Capability.HTTP2_WRITE_TIMEOUT))
                : EnumSet.of(Capability.HTTP2);
    }
}
