package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application on Vert.x-Web, as one of the modules that compile it with their version of Vert.x. */
enum VertxApp implements Launch {
    VERTX_3("vertx"),
    VERTX_4("vertx-4"),
    VERTX_5("vertx-5");

    private static final Pattern IMPATIENT = Pattern.compile("IMPATIENT=(\\d+)");
    private static final Pattern PORT = Pattern.compile("(?m)^PORT=(\\d+)");
    private static final String CODEC = "netty-codec-http-";

    private final Path jar;

    VertxApp(String module) {
        jar = TestApp.file(module + ".jar");
    }

    /** The address where silent connections are closed, and which {@code /stop} stops alone. */
    static URI impatient(ForkedServer running) {
        return URI.create(
                "http://127.0.0.1:" + running.jvm().awaitOutput(IMPATIENT).group(1));
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return "vertx " + version("vertx-core-");
    }

    @Override
    public List<String> arguments(Path folder) {
        return List.of(
                "-cp", jar + File.pathSeparator + libraries().resolve("*"), "io.sseagent.testapps.vertx.Application");
    }

    private Path libraries() {
        return jar.resolveSibling("libraries");
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
        return "netty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version(CODEC);
    }

    private String version(String library) {
        try (Stream<Path> files = Files.list(libraries())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(library) && Character.isDigit(name.charAt(library.length())))
                    .map(name -> name.substring(library.length(), name.length() - ".jar".length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<String> ownAddresses() {
        return List.of("/whole", "/channels/jazz/events", "/shop/orders/jazz/events");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.HTTP2);
    }
}
