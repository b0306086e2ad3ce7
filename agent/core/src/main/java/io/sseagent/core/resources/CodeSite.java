package io.sseagent.core.resources;

import io.sseagent.bootstrap.WorkKind;

/** The place in the application's code where something was started. */
final class CodeSite {
    private static final String BRIDGE = "io.sseagent.bootstrap.";
    private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};
    /** What these start for themselves in the course of a request is theirs, and outlives it by design. */
    private static final String[] SERVERS = {
        "org.apache.catalina.",
        "org.apache.coyote.",
        "org.apache.tomcat.",
        "org.eclipse.jetty.",
        "io.undertow.",
        "org.xnio.",
        "org.jboss.threads.",
        "io.netty.",
        "io.vertx.core.",
        "io.helidon.",
        "org.glassfish.grizzly.",
        "com.linecorp.armeria.",
        "com.ibm."
    };
    /** What these do, they do for an application; its own frame tells more, if there is one. */
    private static final String[] FRAMEWORKS = {
        "org.springframework.",
        "reactor.",
        "jakarta.",
        "io.vertx.",
        "io.micronaut.",
        "io.quarkus.",
        "io.ktor.",
        "io.javalin.",
        "io.smallrye.",
        "io.reactivex.",
        "kotlin.",
        "kotlinx.",
        "scala.",
        "org.glassfish.jersey.",
        "org.jboss.resteasy.",
        "org.apache.cxf."
    };
    /** Pools that a library keeps for everybody and fills as they are needed. */
    private static final String SHARED_POOLS = "reactor.core.scheduler.";

    private CodeSite() {}

    /**
     * Null if it is not this stream's doing: a pool that grows, a server or the JDK that serve themselves, a class that is initialised for
     * everybody.
     */
    static String of(Throwable where, WorkKind kind) {
        StackTraceElement[] frames = where.getStackTrace();
        for (StackTraceElement frame : frames) {
            if (frame.getMethodName().equals("<clinit>")) {
                return null;
            }
        }
        StackTraceElement nearest = null;
        for (StackTraceElement frame : frames) {
            String type = frame.getClassName();
            if (nearest == null && servesItself(frame, kind)) {
                return null;
            }
            if (type.startsWith(BRIDGE) || startsWithAny(type, JDK) || type.contains("$$")) {
                continue;
            }
            if (nearest == null) {
                if (startsWithAny(type, SERVERS) || kind != WorkKind.SCHEDULED_TASK && type.startsWith(SHARED_POOLS)) {
                    return null;
                }
                nearest = frame;
            }
            if (!startsWithAny(type, FRAMEWORKS) && !startsWithAny(type, SERVERS)) {
                return text(frame);
            }
        }
        return nearest == null ? null : text(nearest);
    }

    /** Workers of pools, and what runs or wakes a virtual thread. */
    private static boolean servesItself(StackTraceElement frame, WorkKind kind) {
        String type = frame.getClassName();
        String method = frame.getMethodName();
        return method.equals("addWorker") && type.equals("java.util.concurrent.ThreadPoolExecutor")
                || method.equals("createWorker") && type.equals("java.util.concurrent.ForkJoinPool")
                || kind != WorkKind.VIRTUAL_THREAD && type.equals("java.lang.VirtualThread");
    }

    private static boolean startsWithAny(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static String text(StackTraceElement frame) {
        String method = frame.getClassName() + '.' + frame.getMethodName();
        return frame.getLineNumber() < 0 ? method : method + ':' + frame.getLineNumber();
    }
}
