package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A Tomcat whose libraries are all on its class path, because its own class loaders would hang below that of the JVM. */
record TomcatInOneLoader(Tomcat tomcat) implements Launch {
    static TomcatInOneLoader of(Launch tomcat) {
        return new TomcatInOneLoader((Tomcat) tomcat);
    }

    @Override
    public List<String> arguments(Path folder) {
        List<String> arguments = new ArrayList<>(tomcat.arguments(folder));
        int classPath = arguments.indexOf("-cp") + 1;
        arguments.set(classPath, arguments.get(classPath) + File.pathSeparator + tomcat.home() + "/lib/*");
        try {
            Files.writeString(
                    folder.resolve("conf/catalina.properties"), "\ncommon.loader=\n", StandardOpenOption.APPEND);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
        return arguments;
    }

    @Override
    public String title() {
        return tomcat.title();
    }

    @Override
    public Pattern ready() {
        return tomcat.ready();
    }

    @Override
    public String contextPath() {
        return tomcat.contextPath();
    }

    @Override
    public String tap() {
        return tomcat.tap();
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return tomcat.libraryVersion(jdk);
    }

    @Override
    public Set<Capability> capabilities() {
        return tomcat.capabilities();
    }
}
