package io.sseagent.testapps.matrix;

import java.nio.file.Path;

/** A web application as a file, and where it answers. */
enum War {
    /** The unmodified hystrix-examples-webapp 1.5.18, for the servlet package {@code javax}. */
    HYSTRIX(Path.of(System.getProperty("servers"), "hystrix-examples-webapp.war"), "hystrix", "/index.jsp"),
    /** Ours, for {@code javax}. */
    JAVAX(TestApp.file("war-javax.war"), "app", "/plain"),
    /** Ours, for {@code jakarta}. */
    JAKARTA(TestApp.file("war-jakarta.war"), "app", "/plain");

    private final Path file;
    private final String context;
    private final String page;

    War(Path file, String context, String page) {
        this.file = file;
        this.context = context;
        this.page = page;
    }

    Path file() {
        return file;
    }

    /** Of the context path, and so of the file that a server deploys. */
    String context() {
        return context;
    }

    /** What has to be asked for first: Hystrix has nothing to tell before. */
    String page() {
        return page;
    }

    /** A stream that does not end by itself. */
    String stream() {
        return this == HYSTRIX ? "/hystrix.stream" : "/forever?interval=20";
    }
}
