package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Helidon 4 with an application that {@code java} compiles itself. HTTP/2 is a library of its own. */
enum HelidonApp implements Launch {
    OLDEST("helidon-4.0", "4.0.0", "Application"),
    /** The lowest of which the HTTP/2 library is to be had. */
    V4_1("helidon-4.1", "4.1.6", "Application"),
    NEWEST("helidon", "4.5.0", "Application"),
    /** With the sink for events. */
    SINK("helidon", "4.5.0", "SinkApplication");

    private final Path libraries;
    private final String version;
    private final Path source;

    HelidonApp(String module, String version, String application) {
        this.libraries = TestApp.folder(module).resolve("target").resolve("libraries");
        this.version = version;
        this.source = TestApp.folder("helidon").resolve(application + ".java");
    }

    static List<HelidonApp> all() {
        return List.of(OLDEST, V4_1, NEWEST);
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return "helidon " + version + (this == SINK ? " sink" : "");
    }

    @Override
    public List<String> arguments(Path folder) {
        return List.of("-cp", libraries.resolve("*").toString(), source.toString());
    }

    @Override
    public int since() {
        return 21;
    }

    @Override
    public String tap() {
        return "helidon";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }

    @Override
    public List<String> ownAddresses() {
        return List.of("/whole", "/sized", "/shop/orders/jazz/events");
    }

    @Override
    public Set<Capability> capabilities() {
        return this == OLDEST ? EnumSet.noneOf(Capability.class) : EnumSet.of(Capability.HTTP2);
    }
}
