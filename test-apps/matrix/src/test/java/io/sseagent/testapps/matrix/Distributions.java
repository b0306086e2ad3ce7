package io.sseagent.testapps.matrix;

import java.util.List;
import java.util.stream.Stream;

/** The Maven profile {@code distributions}: which are run, the smallest download first. */
final class Distributions {
    static final String BRIDGE = "io.sseagent.bootstrap";

    private static final Distribution JETTY_12 = new JettyHome("12.1.12", "ee10", War.JAKARTA);
    private static final Distribution TOMEE_9 = new TomEe("9.0.0", "10.0.27", War.JAKARTA);
    private static final Distribution PAYARA_6 = payara6(false);
    private static final Distribution GLASSFISH_7 = glassFish7(false);
    private static final Distribution WILDFLY_39 = wildFly39(WildFly.BYTEMAN);
    private static final Distribution OPEN_LIBERTY = openLiberty(War.JAKARTA, BRIDGE, false);

    private static final List<Distribution> ALL = List.of(
            new JettyHome("9.4.58.v20250814", "", War.HYSTRIX),
            new JettyHome("10.0.25", "", War.HYSTRIX),
            new JettyHome("11.0.26", "", War.JAKARTA),
            new JettyHome("12.0.31", "ee8", War.HYSTRIX),
            new JettyHome("12.0.31", "ee9", War.JAKARTA),
            new JettyHome("12.0.31", "ee10", War.JAKARTA),
            new JettyHome("12.1.12", "ee8", War.HYSTRIX),
            new TomEe("8.0.13", "9.0.68", War.HYSTRIX),
            new PayaraMicro("5.2022.5", "2.4.4.payara-p8", War.HYSTRIX, 17, false),
            TOMEE_9,
            PAYARA_6,
            GLASSFISH_7,
            new WildFly("26.1.3.Final", "2.2.19.Final", War.HYSTRIX, 17, WildFly.BYTEMAN),
            WILDFLY_39,
            openLiberty(War.HYSTRIX, BRIDGE, false));

    /** With an application of ours, one of each family. */
    private static final List<Distribution> OURS =
            List.of(JETTY_12, TOMEE_9, PAYARA_6, GLASSFISH_7, WILDFLY_39, OPEN_LIBERTY);

    /** Where all facts about servlets hold; for Open Liberty see {@link OpenLibertyTest}. */
    private static final List<Distribution> SERVLET_CONTAINERS = List.of(
            new JettyHome("12.0.31", "ee8", War.JAVAX),
            new JettyHome("12.1.12", "ee9", War.JAKARTA),
            JETTY_12,
            TOMEE_9,
            PAYARA_6,
            GLASSFISH_7,
            WILDFLY_39);

    /** Started by an operator who means to attach, and so has told those what to show that must be told. */
    private static final List<Distribution> PREPARED =
            List.of(JETTY_12, TOMEE_9, PAYARA_6, GLASSFISH_7, wildFly39(WildFly.BYTEMAN + "," + BRIDGE), OPEN_LIBERTY);

    private Distributions() {}

    private static Distribution payara6(boolean impatient) {
        return new PayaraMicro("6.2025.10", "4.0.2.payara-p2", War.JAKARTA, Integer.MAX_VALUE, impatient);
    }

    private static Distribution glassFish7(boolean impatient) {
        return new GlassFish("7.0.21", "4.0.2", War.JAKARTA, impatient);
    }

    private static Distribution wildFly39(String systemPackages) {
        return new WildFly("39.0.1.Final", "2.3.23.Final", War.JAKARTA, Integer.MAX_VALUE, systemPackages);
    }

    private static Distribution openLiberty(War war, String delegated, boolean impatient) {
        return new OpenLiberty("26.0.0.3", "1.0.111.cl260320260309-1102", war, delegated, impatient);
    }

    /** Each on the first JDK that it starts on, and then on the others. */
    static Stream<Installed> all() {
        return Stream.concat(
                ALL.stream().map(Distributions::onItsFirstJdk),
                ALL.stream().flatMap(each -> jdks(each).skip(1).map(jdk -> underAgent(each, jdk))));
    }

    /** With our javax application, unlike the one of {@link #all}. */
    static Installed oldPayara() {
        return onItsFirstJdk(new PayaraMicro("5.2022.5", "2.4.4.payara-p8", War.JAVAX, 17, false));
    }

    /** Whose bundles see these packages of the bootstrap loader, separated by commas. */
    static Installed openLiberty(String delegated) {
        return onItsFirstJdk(openLiberty(War.JAKARTA, delegated, false));
    }

    static Stream<Installed> wildFlys() {
        return ALL.stream().filter(WildFly.class::isInstance).map(Distributions::onItsFirstJdk);
    }

    static Stream<Installed> families() {
        return OURS.stream().map(Distributions::onItsFirstJdk);
    }

    static Stream<Installed> servletContainers() {
        return SERVLET_CONTAINERS.stream().map(Distributions::onItsFirstJdk);
    }

    /** Those of which nothing is published that would be started in another way, told to give up soon. */
    static Stream<Installed> impatient() {
        return Stream.of(payara6(true), glassFish7(true), openLiberty(War.JAKARTA, BRIDGE, true))
                .map(Distributions::onItsFirstJdk);
    }

    /** To attach to: without the agent, one of each family. */
    static Stream<Installed> prepared() {
        return PREPARED.stream().map(Distributions::alone);
    }

    /** To attach to in vain: as their scripts start them, they hide the bridge. */
    static Stream<Installed> unprepared() {
        return Stream.of(WILDFLY_39, openLiberty(War.JAKARTA, "", false)).map(Distributions::alone);
    }

    private static Installed alone(Distribution distribution) {
        return new Installed(distribution, ForkedServer.alone(distribution, firstJdk(distribution)));
    }

    private static Installed onItsFirstJdk(Distribution distribution) {
        return underAgent(distribution, firstJdk(distribution));
    }

    private static Installed underAgent(Distribution distribution, Jdk jdk) {
        return new Installed(distribution, ForkedServer.underAgent(distribution, jdk));
    }

    private static Jdk firstJdk(Distribution distribution) {
        return jdks(distribution).findFirst().orElseThrow();
    }

    private static Stream<Jdk> jdks(Distribution distribution) {
        return Jdk.all().stream().filter(jdk -> jdk.feature() <= distribution.newestJdk());
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
