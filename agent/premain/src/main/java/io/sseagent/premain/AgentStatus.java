package io.sseagent.premain;

/**
 * What this JVM's agent says of itself, in system properties that {@code attach} reads from outside. They lie outside of
 * {@code sse.agent.*}, which is configuration.
 *
 * <ul>
 *   <li>{@code io.sseagent.status}: {@code starting}, {@code running}, {@code refused: <why>} or {@code failed: <why>};
 *       the launcher may set one of the latter two before it returns, for example when it is switched off
 *   <li>{@code io.sseagent.version} and {@code io.sseagent.since} (epoch milliseconds) of the start
 *   <li>{@code io.sseagent.endpoint}: set by the launcher once known, on any thread: the address of the metrics, or
 *       {@code none: <why>}
 * </ul>
 */
final class AgentStatus {
    static final String STATUS = "io.sseagent.status";
    static final String VERSION = "io.sseagent.version";
    static final String SINCE = "io.sseagent.since";
    static final String ENDPOINT = "io.sseagent.endpoint";

    static final String RUNNING = "running";
    private static final String STARTING = "starting";
    private static final String BRIDGE = "io.sseagent.bootstrap.SseStreams";

    private AgentStatus() {}

    /**
     * Whether an agent of any version, from any jar and loader, got hold of this JVM. The bootstrap loader knows; a system
     * property would not do, since launchers hand all of theirs on to child JVMs.
     */
    static boolean isTaken() {
        try {
            Class.forName(BRIDGE, false, null);
            return true;
        } catch (ClassNotFoundException free) {
            return false;
        }
    }

    /** The line for a second start. */
    static String taken() {
        String status = System.getProperty(STATUS);
        if (status == null) {
            return "not started: its classes are on the boot class path; give the jar to -javaagent: only";
        }
        if (!RUNNING.equals(status)) {
            return "not started again: an earlier start in this JVM ended as \"" + status + "\"; restart the JVM";
        }
        String endpoint = System.getProperty(ENDPOINT);
        return "already running, version " + System.getProperty(VERSION)
                + (endpoint == null ? "" : ", " + endpoint)
                + "; this second start changes nothing";
    }

    static void starting(String version) {
        System.clearProperty(ENDPOINT);
        System.setProperty(VERSION, version);
        System.setProperty(SINCE, Long.toString(System.currentTimeMillis()));
        System.setProperty(STATUS, STARTING);
    }

    /** The launcher has returned: the agent runs, unless the launcher said otherwise. */
    static void launched() {
        if (STARTING.equals(System.getProperty(STATUS))) {
            System.setProperty(STATUS, RUNNING);
        }
    }

    static void refused(String reason) {
        ended("refused: " + reason);
    }

    static void failed(String reason) {
        ended("failed: " + reason);
    }

    private static void ended(String status) {
        try {
            System.setProperty(STATUS, Stderr.oneLine(status));
        } catch (SecurityException ignored) {
            // the line on stderr still tells
        }
    }
}
