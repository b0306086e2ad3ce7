package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A stock Tomcat as it is downloaded, in its own {@code CATALINA_BASE}, with one web application. */
record Tomcat(String version, String contextPath, Path war, TomcatConnector connector) implements Launch {
    private static final Path SERVERS = Path.of(System.getProperty("servers"));
    static final Pattern READY =
            Pattern.compile("Starting ProtocolHandler \\[\"http-\\S+-(\\d+)\"](?s:.*)Server startup in");

    private static final List<String> JAVAX = List.of("7.0.109", "8.5.100", "9.0.117");
    private static final List<String> JAKARTA = List.of("10.1.59", "11.0.24");

    /** All versions, each with the WAR application of its servlet package. */
    static Stream<Launch> all() {
        return all(TomcatConnector.DEFAULT);
    }

    /** With each connector that gives a write up after two seconds the lowest and the newest version; all under the profile. */
    static Stream<Launch> impatient() {
        Stream<Launch> nio2 = all(TomcatConnector.IMPATIENT_NIO2)
                .filter(launch -> !launch.title().contains("7.0."));
        return Stream.concat(Matrix.ends(all(TomcatConnector.IMPATIENT_NIO).toList()), Matrix.ends(nio2.toList()));
    }

    private static Stream<Launch> all(TomcatConnector connector) {
        return Stream.concat(
                JAVAX.stream().map(version -> new Tomcat(version, "/app", TestApp.file("war-javax.war"), connector)),
                JAKARTA.stream()
                        .map(version -> new Tomcat(version, "/app", TestApp.file("war-jakarta.war"), connector)));
    }

    /** One version with its WAR application. */
    static Tomcat of(String version) {
        return all().map(Tomcat.class::cast)
                .filter(tomcat -> tomcat.version.equals(version))
                .findFirst()
                .orElseThrow();
    }

    /** {@code CATALINA_HOME}. */
    Path home() {
        return SERVERS.resolve("apache-tomcat-" + version);
    }

    /** The versions that can run the unmodified application of Netflix. */
    static Stream<Launch> withHystrix() {
        return JAVAX.stream()
                .map(version -> new Tomcat(version, "/hystrix", War.HYSTRIX.file(), TomcatConnector.DEFAULT));
    }

    @Override
    public String title() {
        return "tomcat " + version + connector.title();
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public List<String> arguments(Path folder) {
        Path home = home();
        try {
            layOut(home, folder);
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
        return List.of(
                "-Duser.language=en",
                "-Dcatalina.home=" + home,
                "-Dcatalina.base=" + folder,
                "-Djava.io.tmpdir=" + folder.resolve("temp"),
                "-cp",
                home.resolve("bin/bootstrap.jar") + File.pathSeparator + home.resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "start");
    }

    private void layOut(Path home, Path base) throws IOException {
        for (String folder : List.of("conf", "temp", "logs", "work", "webapps")) {
            Files.createDirectories(base.resolve(folder));
        }
        for (String file : List.of("catalina.properties", "web.xml")) {
            Files.copy(home.resolve("conf").resolve(file), base.resolve("conf").resolve(file));
        }
        Files.writeString(base.resolve("conf/server.xml"), serverXml());
        Files.copy(war, base.resolve("webapps" + contextPath + ".war"));
    }

    /** Port 0 takes a free one; what is not said here is Tomcat's default. */
    private String serverXml() {
        return """
                <Server port='-1'>
                  <Service name='Catalina'>
                    %s
                    <Engine name='Catalina' defaultHost='localhost'>
                      <Host name='localhost' appBase='webapps'/>
                    </Engine>
                  </Service>
                </Server>
                """.formatted(connector.xml(capabilities().contains(Capability.HTTP2)));
    }

    @Override
    public Pattern ready() {
        return READY;
    }

    @Override
    public String tap() {
        return "tomcat";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }

    /** Tomcat 7 has Servlet 3.0 and no HTTP/2, 8.5 takes the time-out off the sockets of HTTP/2. */
    @Override
    public Set<Capability> capabilities() {
        if (version.startsWith("7.")) {
            return EnumSet.of(Capability.ENDS_TIMED_OUT_RESPONSE);
        }
        return version.startsWith("8.5.")
                ? EnumSet.complementOf(EnumSet.of(Capability.HTTP2_WRITE_TIMEOUT))
                : EnumSet.allOf(Capability.class);
    }
}
