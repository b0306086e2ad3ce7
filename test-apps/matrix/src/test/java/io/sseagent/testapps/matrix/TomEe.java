package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.io.File;
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

/** A stock TomEE Plus in a {@code CATALINA_BASE} of its own, started as its {@code catalina.sh} starts it; {@code tomcat} is its version. */
record TomEe(String version, String tomcat, War war) implements Distribution {
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.io",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.rmi/sun.rmi.transport");

    @Override
    public String title() {
        return "tomee-plus " + version + " with " + war;
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String artifact() {
        return "org.apache.tomee:apache-tomee:" + version + ":zip:plus";
    }

    @Override
    public List<String> arguments(Path folder) {
        Path home = Download.unpacked(artifact()).resolve("apache-tomee-plus-" + version);
        try {
            layOut(home, folder);
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
        List<String> arguments = new ArrayList<>();
        OPENED.forEach(name -> arguments.add("--add-opens=" + name + "=ALL-UNNAMED"));
        arguments.addAll(List.of(
                "-javaagent:" + home.resolve("lib/openejb-javaagent.jar"),
                "-Duser.language=en",
                "-Dcatalina.home=" + home,
                "-Dcatalina.base=" + folder,
                "-Djava.io.tmpdir=" + folder.resolve("temp"),
                "-cp",
                home.resolve("bin/bootstrap.jar") + File.pathSeparator + home.resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "start"));
        return arguments;
    }

    private void layOut(Path home, Path base) throws IOException {
        for (String folder : List.of("conf", "temp", "logs", "work", "webapps")) {
            Files.createDirectories(base.resolve(folder));
        }
        try (Stream<Path> files = Files.list(home.resolve("conf"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
            }
        }
        Path server = base.resolve("conf/server.xml");
        Files.writeString(
                server,
                Files.readString(server)
                        .replace("port=\"8005\"", "port=\"-1\"")
                        .replace("port=\"8080\"", "port=\"0\" address=\"127.0.0.1\""));
        Files.copy(war.file(), base.resolve("webapps").resolve(war.context() + ".war"));
    }

    @Override
    public Pattern ready() {
        return Tomcat.READY;
    }

    @Override
    public String tap() {
        return "tomcat";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return tomcat;
    }

    /** As Tomcat 9 and 10, without HTTP/2, as it is distributed. */
    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.NON_BLOCKING, Capability.ENDS_TIMED_OUT_RESPONSE);
    }
}
