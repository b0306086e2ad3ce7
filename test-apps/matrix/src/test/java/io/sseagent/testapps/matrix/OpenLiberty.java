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

/**
 * A stock Open Liberty with a server of its own beside it; {@code transport} is the version of its HTTP transport, and
 * {@code delegated} what its bundles see of the bootstrap loader, empty for what they see anyway. An impatient one gives up after a second.
 */
record OpenLiberty(String version, String transport, War war, String delegated, boolean impatient)
        implements Distribution {
    private static final String IMPATIENT = "<httpOptions writeTimeout='1s' readTimeout='1s' persistTimeout='1s'/>";
    private static final Pattern READY = Pattern.compile(
            "(?s)(?=.*CWWKF0011I).*Web application available \\(default_host\\): http://[^:/\\s]+:(\\d+)/");

    @Override
    public String title() {
        return "openliberty " + version + " with " + war;
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String artifact() {
        return "io.openliberty:openliberty-runtime:" + version + ":zip";
    }

    @Override
    public List<String> arguments(Path folder) {
        Path tools = Download.unpacked(artifact()).resolve("wlp/bin/tools");
        String server = folder.getFileName().toString();
        try {
            layOut(tools.resolve("../../usr/servers").resolve(server).normalize());
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
        List<String> arguments = new ArrayList<>(List.of("-javaagent:" + tools.resolve("ws-javaagent.jar")));
        if (!delegated.isEmpty()) {
            arguments.add("-Dorg.osgi.framework.bootdelegation=" + delegated);
        }
        arguments.addAll(List.of(
                "-Djava.awt.headless=true",
                "-jar",
                tools.resolve("ws-server.jar").toString(),
                server));
        return arguments;
    }

    private void layOut(Path server) throws IOException {
        Files.createDirectories(server.resolve("apps"));
        String file = war.context() + ".war";
        Files.copy(war.file(), server.resolve("apps").resolve(file));
        String features = war == War.JAKARTA
                ? "<feature>servlet-6.0</feature>"
                : "<feature>servlet-4.0</feature><feature>jsp-2.3</feature>";
        Files.writeString(server.resolve("server.xml"), """
                <server>
                  <featureManager>%s</featureManager>
                  <httpEndpoint id='defaultHttpEndpoint' host='127.0.0.1' httpPort='%d' httpsPort='-1'>%s</httpEndpoint>
                  <webApplication location='%s' contextRoot='%s'/>
                </server>
                """.formatted(
                        features, FreePort.take(), impatient ? IMPATIENT : "", file, contextPath()));
    }

    @Override
    public Pattern ready() {
        return READY;
    }

    @Override
    public String tap() {
        return "openliberty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return transport;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.NON_BLOCKING, Capability.HTTP2);
    }
}
