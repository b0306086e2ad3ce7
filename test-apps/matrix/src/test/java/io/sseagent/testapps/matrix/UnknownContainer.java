package io.sseagent.testapps.matrix;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** The servlet container that no tap knows by name, with the WAR's application in it. */
enum UnknownContainer implements Launch {
    JAVAX("javax", "3.1.0"),
    JAKARTA("jakarta", "5.0.0");

    private final String api;
    private final String version;

    UnknownContainer(String api, String version) {
        this.api = api;
        this.version = version;
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return "unknown container, " + api;
    }

    @Override
    public List<String> arguments(Path folder) {
        Path application = TestApp.file("war-" + api + ".war").resolveSibling("classes");
        Path container = TestApp.file("container-" + api + ".jar");
        return ClassPath.arguments(
                Path.of(container + File.pathSeparator + application),
                ClassPath.libraries("servlet-api-" + api),
                "io.sseagent.testapps.container.Container",
                "io.sseagent.testapps.war.Application");
    }

    @Override
    public String tap() {
        return "servlet-" + api;
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }

    @Override
    public List<String> ownAddresses() {
        return List.of(
                "/blocking?events=50&flush=0&via=writer",
                "/blocking?events=5&via=writer",
                "/blocking?events=2&size=20000",
                "/fail?after=2&how=async",
                "/timeout?ms=20",
                "/silent?ms=10",
                "/json?answer=500");
    }
}
