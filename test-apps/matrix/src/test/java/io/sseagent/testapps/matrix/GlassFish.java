package io.sseagent.testapps.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stock GlassFish in a domain of its own, started as {@code asadmin start-domain --dry-run} says; {@code grizzly} is its version. An
 * impatient one gives a write up after a second, and a request after five.
 */
record GlassFish(String version, String grizzly, War war, boolean impatient) implements OverGrizzly {
    private static final Pattern READY =
            Pattern.compile("bound to \\[/127\\.0\\.0\\.1:(\\d+)](?s:.*)Successfully autodeployed");
    private static final Pattern PORT = Pattern.compile("port=\"\\d+\"");
    private static final String WEB_PORT = "port=\"8080\"";
    private static final List<String> OPENED = List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.util",
            "java.base/sun.nio.fs",
            "java.base/sun.net.www.protocol.jrt",
            "java.base/jdk.internal.vm.annotation",
            "java.naming/javax.naming.spi",
            "java.rmi/sun.rmi.transport",
            "jdk.management/com.sun.management.internal");

    @Override
    public String title() {
        return "glassfish " + version + " with " + war;
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String artifact() {
        return "org.glassfish.main.distributions:glassfish:" + version + ":zip";
    }

    @Override
    public int newestJdk() {
        return 17;
    }

    @Override
    public List<String> arguments(Path folder) {
        Path home = Download.unpacked(artifact()).resolve("glassfish7/glassfish");
        try {
            layOut(home.resolve("domains/domain1"), folder);
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
        Path config = folder.resolve("config");
        List<String> arguments = new ArrayList<>();
        OPENED.forEach(name -> arguments.add("--add-opens=" + name + "=ALL-UNNAMED"));
        arguments.addAll(List.of(
                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
                "-javaagent:" + home.resolve("lib/monitor/flashlight-agent.jar"),
                "-Djava.security.policy=" + config.resolve("server.policy"),
                "-Djava.security.auth.login.config=" + config.resolve("login.conf"),
                "-Djavax.net.ssl.keyStore=" + config.resolve("keystore.jks"),
                "-Djavax.net.ssl.trustStore=" + config.resolve("cacerts.jks"),
                "-DANTLR_USE_DIRECT_CLASS_LOADING=true",
                "-Dcom.sun.enterprise.config.config_environment_factory_class="
                        + "com.sun.enterprise.config.serverbeans.AppserverConfigEnvironmentFactory",
                "-Dcom.sun.aas.instanceRoot=" + folder,
                "-Dcom.sun.aas.installRoot=" + home,
                "-cp",
                home.resolve("modules/glassfish.jar").toString(),
                "com.sun.enterprise.glassfish.bootstrap.GlassFishMain",
                "-upgrade",
                "false",
                "-domaindir",
                folder.toString(),
                "-domainname",
                "domain1",
                "-instancename",
                "server",
                "-type",
                "DAS",
                "-verbose",
                "false"));
        return arguments;
    }

    private void layOut(Path domain, Path base) throws IOException {
        try (Stream<Path> files = Files.walk(domain)) {
            for (Path file : files.toList()) {
                Path copy = base.resolve(domain.relativize(file).toString());
                if (!copy.equals(base)) {
                    Files.copy(file, copy);
                }
            }
        }
        Path config = base.resolve("config/domain.xml");
        String web = "port=\"" + FreePort.take() + "\" address=\"127.0.0.1\"";
        String changed = Files.readString(config).replace(WEB_PORT, "the web port");
        String all = PORT.matcher(changed).replaceAll(port -> "port=\"" + FreePort.take() + '"');
        String patience = impatient
                ? all.replace("<transport name=\"tcp\"", "<transport name=\"tcp\" write-timeout-millis=\"1000\"")
                        .replace("<http default", "<http request-timeout-seconds=\"5\" default")
                : all;
        Files.writeString(config, patience.replace("the web port", web));
        Files.copy(war.file(), base.resolve("autodeploy").resolve(war.context() + ".war"));
    }

    @Override
    public Pattern ready() {
        return READY;
    }
}
