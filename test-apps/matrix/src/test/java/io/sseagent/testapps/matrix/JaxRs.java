package io.sseagent.testapps.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JAX-RS application on embedded Jetty, as one of the modules that compile it with an implementation of JAX-RS. */
enum JaxRs implements Launch {
    JERSEY_OLDEST("jaxrs", "jersey-server", "org.glassfish.jersey.servlet.ServletContainer", "jersey-javax"),
    JERSEY_NEWEST(
            "jaxrs-jersey-3.1", "jersey-server", "org.glassfish.jersey.servlet.ServletContainer", "jersey-jakarta"),
    RESTEASY_OLDEST("jaxrs-resteasy-3", "resteasy-jaxrs", JaxRs.RESTEASY, "resteasy"),
    RESTEASY_NEWEST("jaxrs-resteasy-7", "resteasy-core", JaxRs.RESTEASY, "resteasy"),
    CXF_OLDEST("jaxrs-cxf-3", "cxf-rt-frontend-jaxrs", JaxRs.CXF, "cxf"),
    CXF_NEWEST("jaxrs-cxf-4", "cxf-rt-frontend-jaxrs", JaxRs.CXF, "cxf");

    private static final String CXF = "org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet";
    private static final String RESTEASY = "org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher";

    private final Path jar;
    private final String library;
    private final String servlet;
    private final String framework;

    /** With the name of its own library, its servlet and its tap. */
    JaxRs(String module, String library, String servlet, String framework) {
        this.jar = TestApp.folder(module).resolve("target").resolve(module + ".jar");
        this.library = library;
        this.servlet = servlet;
        this.framework = framework;
    }

    /** Each pair on its JDK, the lowest on the one that runs the tests and the newest on the newest one. */
    static Stream<ForkedServer> servers() {
        return Stream.of(
                        List.of(JERSEY_OLDEST, JERSEY_NEWEST),
                        List.of(RESTEASY_OLDEST, RESTEASY_NEWEST),
                        List.of(CXF_OLDEST, CXF_NEWEST))
                .flatMap(Matrix::lowestAndNewest);
    }

    /** The name of the tap that names its routes. */
    String framework() {
        return framework;
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return library + " " + ClassPath.version(libraries(), library);
    }

    @Override
    public List<String> arguments(Path folder) {
        // older ones define classes of their own in the JDK's way of Java 8
        return Stream.concat(
                        Stream.of("--add-opens=java.base/java.lang=ALL-UNNAMED"),
                        ClassPath.arguments(jar, libraries(), "io.sseagent.testapps.jaxrs.Application", servlet)
                                .stream())
                .toList();
    }

    private Path libraries() {
        return jar.resolveSibling("libraries");
    }

    @Override
    public String contextPath() {
        return "/app/rest";
    }

    @Override
    public String tap() {
        return "jetty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return ClassPath.version(libraries(), "jetty-server");
    }

    @Override
    public List<String> ownAddresses() {
        List<String> everywhere = List.of(
                "/orders/jazz/events?events=3&later=false",
                "/orders/jazz/resumed?events=3",
                "/orders/jazz/items/blue/events?events=3");
        // Jersey does not always send the same then
        return framework.startsWith("jersey")
                ? everywhere
                : Stream.concat(everywhere.stream(), Stream.of("/orders/jazz/events?events=3"))
                        .toList();
    }

    /** The server's own are proved where it runs alone. */
    @Override
    public boolean isOutOfReach(String hook) {
        return !Hooks.tap(hook).equals(framework);
    }
}
