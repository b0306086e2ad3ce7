package io.sseagent.testapps.matrix;

import java.nio.file.Path;
import java.util.List;

/** The test applications on the JDK's own HTTP server: an executable jar, or a source file that {@code java} compiles itself. */
enum TestApp implements Launch {
    JDK_HTTPSERVER("jdk-httpserver", "-jar", file("jdk-httpserver.jar").toString()),
    JDK_HTTPSERVER_VIRTUAL(
            "jdk-httpserver with virtual threads",
            "-Dapp.virtual=true",
            "-jar",
            file("jdk-httpserver.jar").toString()),
    /** Without delay, because the JDK's server sends head and body apart, which Nagle and a late acknowledgement make 40 ms. */
    ANY_PATH(
            "an application of any path",
            "-Dsun.net.httpserver.nodelay=true",
            source("AnyPathApp").toString()),
    /** With a class of Jetty's name that a tap does not fit. */
    DOCTORED("an application with a doctored class", source("DoctoredApp").toString()),
    MOCKS(
            "a servlet called with spring-test's mocks",
            "-Dsun.net.httpserver.nodelay=true",
            "-cp",
            ClassPath.libraries("mocks").resolve("*").toString(),
            source("MockApp").toString());

    private final String title;
    private final List<String> arguments;

    TestApp(String title, String... arguments) {
        this.title = title;
        this.arguments = List.of(arguments);
    }

    /** What the module of that name has built. */
    static Path file(String name) {
        return folder(name.substring(0, name.lastIndexOf('.')))
                .resolve("target")
                .resolve(name);
    }

    private static Path source(String name) {
        return folder("matrix").resolve("src/test/apps").resolve(name + ".java");
    }

    /** Of a module among the test applications. */
    static Path folder(String module) {
        return Path.of(System.getProperty("test.apps"), module).normalize();
    }

    @Override
    public String toString() {
        return title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> arguments(Path folder) {
        return arguments;
    }

    @Override
    public int since() {
        return this == JDK_HTTPSERVER_VIRTUAL ? 21 : 8;
    }

    @Override
    public String tap() {
        return "jdk-httpserver";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return jdk.version();
    }
}
