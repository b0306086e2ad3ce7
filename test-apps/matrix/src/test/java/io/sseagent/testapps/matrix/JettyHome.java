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

/** A stock Jetty with a base of its own; {@code environment} is what names the modules of a servlet API in Jetty 12. */
record JettyHome(String version, String environment, War war) implements Distribution {
    private static final Pattern READY =
            Pattern.compile("Started \\S*ServerConnector@.*\\{127\\.0\\.0\\.1:(\\d+)}(?s:.*)Server:main: Started");

    @Override
    public String title() {
        return "jetty-home " + version + (environment.isEmpty() ? "" : " " + environment) + " with " + war;
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String artifact() {
        return "org.eclipse.jetty:jetty-home:" + version + ":zip";
    }

    @Override
    public List<String> arguments(Path folder) {
        Path home = Download.unpacked(artifact()).resolve("jetty-home-" + version);
        try {
            for (String name : List.of("start.d", "work", "webapps", "environments")) {
                Files.createDirectories(folder.resolve(name));
            }
            Files.copy(war.file(), folder.resolve("webapps").resolve(war.context() + ".war"));
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
        List<String> arguments = new ArrayList<>(List.of(
                "-jar",
                home.resolve("start.jar").toString(),
                "jetty.home=" + home,
                "jetty.base=" + folder,
                // before the modules, or else Jetty 12 gives them to an environment
                "jetty.http.host=127.0.0.1",
                "jetty.http.port=0",
                "--module=http"));
        for (String module : List.of("deploy", "annotations", "jsp")) {
            arguments.add("--module=" + (environment.isEmpty() ? module : environment + "-" + module));
        }
        return arguments;
    }

    @Override
    public Pattern ready() {
        return READY;
    }

    @Override
    public String tap() {
        return "jetty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }

    /** As {@link Jetty}; without the module of HTTP/2, as it is distributed. */
    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.NON_BLOCKING);
    }
}
