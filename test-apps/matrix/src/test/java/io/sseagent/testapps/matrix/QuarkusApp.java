package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The Quarkus application as Quarkus packs it, with its libraries in a folder of their own. */
enum QuarkusApp implements Launch {
    OLDEST("quarkus-3.15"),
    NEWEST("quarkus");

    private static final Pattern READY = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)");

    private final Path folder;

    QuarkusApp(String module) {
        this.folder = TestApp.folder(module).resolve("target").resolve("quarkus-app");
    }

    static List<QuarkusApp> all() {
        return List.of(values());
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return "quarkus " + version("io.quarkus.quarkus-rest");
    }

    @Override
    public List<String> arguments(Path own) {
        return List.of("-jar", folder.resolve("quarkus-run.jar").toString());
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
        return version("io.netty.netty-codec-http");
    }

    private String version(String library) {
        return ClassPath.version(folder.resolve("lib").resolve("main"), library);
    }

    @Override
    public List<String> ownAddresses() {
        return List.of("/whole", "/channels/jazz/events");
    }

    /** After half an hour without a byte. */
    @Override
    public boolean isOutOfReach(String hook) {
        return hook.endsWith("$IdleAdvice");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.HTTP2);
    }
}
