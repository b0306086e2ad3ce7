package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.HttpConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Deploys and undeploys applications of a running stock Tomcat, as its manager application does. */
final class TomcatDeployer {
    /** Since Tomcat 8, and with its subclasses none other. */
    private static final String CLASS_LOADER = "org.apache.catalina.loader.ParallelWebappClassLoader";

    private static final String THREAD_POOL = "Catalina:type=ThreadPool,name=\"http-nio-127.0.0.1-auto-1\"";
    /** Tomcat's default. */
    private static final int MOST_THREADS = 200;

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String DEPLOYER = "Catalina:type=Deployer,host=localhost";

    private final ManagedJvm jvm;
    private final Path base;

    TomcatDeployer(ManagedJvm jvm) {
        this.jvm = jvm;
        this.base = Path.of(jvm.systemProperty("catalina.base"));
    }

    /** Deploys what lies in the server's folder of applications under that name. */
    void deploy(String contextPath) {
        jvm.invoke(DEPLOYER, "check", contextPath);
    }

    /** Deploys a copy under another name. */
    void deploy(Path war, String contextPath) {
        try {
            Files.copy(war, base.resolve("webapps" + contextPath + ".war"));
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
        deploy(contextPath);
    }

    /** Applications deployed from now on get little time, instead of two seconds, to let their requests end. */
    void beImpatient() {
        try {
            Files.writeString(base.resolve("conf/context.xml"), "<Context unloadDelay='100'/>");
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    /**
     * Makes the server start every thread that it may have. One that is started by an application's thread keeps that
     * application's class loader, before JDK 24 and with the agent or without, as its inherited access control context.
     */
    void startAllThreads(URI application) {
        jvm.attribute(THREAD_POOL, "minSpareThreads", MOST_THREADS);
        // each brings a thread
        for (int request = 0; request < MOST_THREADS; request++) {
            try (HttpConnection client = HttpConnection.to(application)) {
                client.get("/plain");
            }
        }
    }

    /** Stops the application and takes it away, but leaves its files. */
    void undeploy(String contextPath) {
        jvm.invoke(DEPLOYER, "unmanageApp", contextPath);
    }

    /** How many class loaders of applications are left when as many have gone as will: some threads take a moment to return. */
    long classLoaders(long expected) {
        AtomicLong least = new AtomicLong(Long.MAX_VALUE);
        try {
            Awaitility.await()
                    .atMost(DEADLINE)
                    .pollDelay(Duration.ZERO)
                    .until(() -> least.accumulateAndGet(jvm.instances(CLASS_LOADER), Math::min) <= expected);
        } catch (ConditionTimeoutException moreAreKept) {
            return least.get();
        }
        return least.get();
    }
}
