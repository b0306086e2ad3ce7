package io.sseagent.testapps.matrix;

import java.util.List;
import java.util.stream.Stream;

/** The Maven profile {@code distributions}: which are run, the smallest download first. */
final class Distributions {
    static final String BRIDGE = "io.sseagent.bootstrap";

    private static final List<Distribution> ALL = List.of(
            new JettyHome("9.4.58.v20250814", "", War.HYSTRIX),
            new JettyHome("10.0.25", "", War.HYSTRIX),
            new JettyHome("11.0.26", "", War.JAKARTA),
            new JettyHome("12.0.31", "ee8", War.HYSTRIX),
            new JettyHome("12.0.31", "ee10", War.JAKARTA),
            new JettyHome("12.1.12", "ee8", War.HYSTRIX),
            new TomEe("8.0.13", "9.0.68", War.HYSTRIX),
            new PayaraMicro("5.2022.5", "2.4.4.payara-p8", War.HYSTRIX, 17),
            new TomEe("9.0.0", "10.0.27", War.JAKARTA),
            new PayaraMicro("6.2025.10", "4.0.2.payara-p2", War.JAKARTA, Integer.MAX_VALUE),
            new GlassFish("7.0.21", "4.0.2", War.JAKARTA),
            new WildFly("26.1.3.Final", "2.2.19.Final", War.HYSTRIX, 17),
            new WildFly("39.0.1.Final", "2.3.23.Final", War.JAKARTA, Integer.MAX_VALUE),
            new OpenLiberty("26.0.0.3", "1.0.111.cl260320260309-1102", War.HYSTRIX, BRIDGE));

    private static final OpenLiberty OPEN_LIBERTY =
            new OpenLiberty("26.0.0.3", "1.0.111.cl260320260309-1102", War.JAKARTA, BRIDGE);

    /** With an application of ours, one of each family: where the mapping of a servlet is known, and where it is not. */
    private static final List<Distribution> SERVLET_CONTAINERS = List.of(
            new JettyHome("12.1.12", "ee10", War.JAKARTA),
            new TomEe("9.0.0", "10.0.27", War.JAKARTA),
            new WildFly("39.0.1.Final", "2.3.23.Final", War.JAKARTA, Integer.MAX_VALUE));

    private static final List<Distribution> OTHERS = List.of(
            new PayaraMicro("6.2025.10", "4.0.2.payara-p2", War.JAKARTA, Integer.MAX_VALUE),
            new GlassFish("7.0.21", "4.0.2", War.JAKARTA),
            OPEN_LIBERTY);

    private Distributions() {}

    static Stream<Installed> all() {
        return ALL.stream().flatMap(Distributions::onItsJdks);
    }

    /** With our javax application, unlike the one of {@link #all}. */
    static Installed oldPayara() {
        return onItsJdks(new PayaraMicro("5.2022.5", "2.4.4.payara-p8", War.JAVAX, 17))
                .findFirst()
                .orElseThrow();
    }

    /** Whose bundles see these packages of the bootstrap loader, separated by commas. */
    static Installed openLiberty(String delegated) {
        return onItsJdks(new OpenLiberty(
                        OPEN_LIBERTY.version(), OPEN_LIBERTY.transport(), OPEN_LIBERTY.war(), delegated))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Installed> wildFlys() {
        return ALL.stream().filter(WildFly.class::isInstance).flatMap(Distributions::onItsJdks);
    }

    static Stream<Installed> servletContainers() {
        return SERVLET_CONTAINERS.stream().flatMap(Distributions::onItsJdks);
    }

    static Stream<Installed> others() {
        return OTHERS.stream().flatMap(Distributions::onItsJdks);
    }

    /** The first JDK that it starts on; all of them under the profile {@code matrix-full}. */
    private static Stream<Installed> onItsJdks(Distribution distribution) {
        return Jdk.all().stream()
                .filter(jdk -> jdk.feature() <= distribution.newestJdk())
                .limit(Matrix.isFull() ? Long.MAX_VALUE : 1)
                .map(jdk -> new Installed(distribution, ForkedServer.underAgent(distribution, jdk)));
    }

    /** On disk from its first start to its end. */
    record Installed(Distribution distribution, ForkedServer server) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
            Download.delete(distribution.artifact());
        }

        @Override
        public String toString() {
            return server.toString();
        }
    }
}
