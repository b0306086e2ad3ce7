package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Applications on each generation of Spring: MVC on Tomcat, WebFlux on Netty. Those of Spring 6 are executable jars. */
enum SpringApp implements Launch {
    MVC_4("spring-boot-1", "springboot"),
    MVC_5("spring-boot-2", "springboot"),
    MVC_6("spring-boot-3", "springboot"),
    MVC_7("spring-boot-4", "springboot"),
    WEBFLUX_5("webflux-2", "webflux"),
    WEBFLUX_6("webflux", "webflux"),
    WEBFLUX_7("webflux-4", "webflux");

    private static final Pattern READY =
            Pattern.compile("(?:Tomcat|Netty) started on port(?:\\(s\\):)? (\\d+)(?s:.*)Started Application");
    private static final List<String> OPTIONS = List.of("--server.port=0", "--server.address=127.0.0.1");

    private final String module;
    private final String application;

    SpringApp(String module, String application) {
        this.module = module;
        this.application = application;
    }

    /** Spring 6 on every JDK, the lowest on the JDK that runs the tests and the newest on the newest one; all on all under the profile. */
    static Stream<ForkedServer> mvc() {
        return generations(MVC_6, List.of(MVC_4, MVC_7), List.of(MVC_4, MVC_5, MVC_7));
    }

    /** As {@link #mvc}. */
    static Stream<ForkedServer> webFlux() {
        return generations(WEBFLUX_6, List.of(WEBFLUX_5, WEBFLUX_7), List.of(WEBFLUX_5, WEBFLUX_7));
    }

    private static Stream<ForkedServer> generations(
            SpringApp everywhere, List<SpringApp> lowestAndNewest, List<SpringApp> others) {
        return Stream.concat(
                Matrix.onEveryJdk(everywhere), Matrix.lowestAndNewest(Matrix.isFull() ? others : lowestAndNewest));
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return module;
    }

    @Override
    public List<String> arguments(Path folder) {
        List<String> application = isExecutable()
                ? List.of("-jar", jar().toString())
                // Spring 4 makes classes in a way that newer JDKs allow no more
                : Stream.concat(
                                Stream.of("--add-opens=java.base/java.lang=ALL-UNNAMED"),
                                ClassPath.arguments(jar(), libraries(), main()).stream())
                        .toList();
        return Stream.concat(application.stream(), OPTIONS.stream()).toList();
    }

    private boolean isExecutable() {
        return this == MVC_6 || this == WEBFLUX_6;
    }

    private Path jar() {
        return TestApp.file(module + ".jar");
    }

    private Path libraries() {
        return jar().resolveSibling("libraries");
    }

    private String main() {
        return "io.sseagent.testapps." + application + ".Application";
    }

    private boolean isWebFlux() {
        return application.equals("webflux");
    }

    @Override
    public Pattern ready() {
        return READY;
    }

    @Override
    public String tap() {
        return isWebFlux() ? "netty" : "tomcat";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        String library = isWebFlux() ? "netty-codec-http" : "tomcat-embed-core";
        return isExecutable() ? NestedJar.version(jar(), library) : ClassPath.version(libraries(), library);
    }

    @Override
    public List<String> ownAddresses() {
        return isWebFlux() ? List.of("/json-events?events=3", "/channels/jazz/events", "/idle?ms=10") : List.of();
    }

    @Override
    public Set<Capability> capabilities() {
        return isWebFlux() ? EnumSet.of(Capability.HTTP2) : EnumSet.noneOf(Capability.class);
    }
}
