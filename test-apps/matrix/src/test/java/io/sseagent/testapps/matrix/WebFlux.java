package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The WebFlux application: Reactor Netty inside of an executable jar. */
final class WebFlux implements Launch {
    private static final Path JAR = TestApp.file("webflux.jar");
    private static final Pattern READY = Pattern.compile("Netty started on port (\\d+)(?s:.*)Started Application");

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return "webflux";
    }

    @Override
    public List<String> arguments(Path folder) {
        return List.of("-jar", JAR.toString(), "--server.port=0", "--server.address=127.0.0.1");
    }

    @Override
    public Pattern ready() {
        return READY;
    }

    @Override
    public String tap() {
        return "netty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return NestedJar.version(JAR, "netty-codec-http");
    }

    @Override
    public List<String> ownAddresses() {
        return List.of("/json-events?events=3", "/channels/jazz/events", "/idle?ms=10");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.HTTP2);
    }
}
