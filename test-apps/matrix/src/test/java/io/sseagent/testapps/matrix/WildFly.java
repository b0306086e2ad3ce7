package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stock WildFly in a base of its own, started as its {@code standalone.sh} starts it; {@code undertow} is its version, and
 * {@code systemPackages} what that script says its modules see of the system's loaders.
 */
record WildFly(String version, String undertow, War war, int newestJdk, String systemPackages) implements Distribution {
    /** As distributed. */
    static final String BYTEMAN = "org.jboss.byteman";

    /** What the JVM says of its properties, because WildFly often begins to log after its HTTP listener has spoken. */
    private static final Pattern READY = Pattern.compile("jboss\\.http\\.port = (\\d+)(?s:.*)WFLYSRV0025");

    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    @Override
    public String title() {
        return "wildfly " + version + " with " + war;
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String artifact() {
        return "org.wildfly:wildfly-dist:" + version + ":zip";
    }

    @Override
    public List<String> arguments(Path folder) {
        Path home = Download.unpacked(artifact()).resolve("wildfly-" + version);
        try {
            layOut(home.resolve("standalone"), folder);
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
        List<String> arguments = new ArrayList<>();
        OPENED.forEach(name -> arguments.add("--add-opens=" + name + "=ALL-UNNAMED"));
        for (String listener : List.of("http", "https", "management.http", "management.https")) {
            arguments.add("-Djboss." + listener + ".port=" + FreePort.take());
        }
        arguments.addAll(List.of(
                "-XshowSettings:properties",
                "-Djava.net.preferIPv4Stack=true",
                "-Djboss.modules.system.pkgs=" + systemPackages,
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + folder));
        return arguments;
    }

    private void layOut(Path standalone, Path base) throws IOException {
        for (String folder : List.of("configuration", "deployments")) {
            Files.createDirectories(base.resolve(folder));
        }
        try (Stream<Path> files = Files.list(standalone.resolve("configuration"))) {
            for (Path file : files.toList()) {
                Files.copy(file, base.resolve("configuration").resolve(file.getFileName()));
            }
        }
        Files.copy(war.file(), base.resolve("deployments").resolve(war.context() + ".war"));
    }

    @Override
    public Pattern ready() {
        return READY;
    }

    @Override
    public String tap() {
        return "undertow";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return undertow;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.NON_BLOCKING, Capability.HTTP2);
    }
}
