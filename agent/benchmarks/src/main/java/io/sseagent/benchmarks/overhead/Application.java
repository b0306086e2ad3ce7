package io.sseagent.benchmarks.overhead;

/** An application that is measured: a folder of libraries and a main class. */
enum Application {
    TOMCAT("tomcat", "io.sseagent.benchmarks.app.TomcatApplication"),
    WEBFLUX("webflux", "io.sseagent.benchmarks.app.WebFluxApplication");

    private final String folder;
    private final String mainClass;

    Application(String folder, String mainClass) {
        this.folder = folder;
        this.mainClass = mainClass;
    }

    String folder() {
        return folder;
    }

    String mainClass() {
        return mainClass;
    }
}
