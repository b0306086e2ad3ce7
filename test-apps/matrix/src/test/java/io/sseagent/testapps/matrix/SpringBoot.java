package io.sseagent.testapps.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The Spring Boot 3 application: Tomcat inside of an executable jar. */
final class SpringBoot implements Launch {
    private static final Path JAR = TestApp.file("spring-boot-3.jar");
    private static final Pattern READY = Pattern.compile("Tomcat started on port (\\d+)(?s:.*)Started Application");

    @Override
    public String title() {
        return "spring-boot-3";
    }

    @Override
    public List<String> arguments(Path folder) {
        return List.of("-jar", JAR.toString(), "--server.port=0", "--server.address=127.0.0.1");
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
        return NestedJar.version(JAR, "tomcat-embed-core");
    }
}
