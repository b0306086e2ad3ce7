package io.sseagent.tooling;

import io.sseagent.bootstrap.SseStreams;

/**
 * Whether code of a class loader can call the bridge: OSGi and JBoss Modules hide bootstrap classes that nobody declared.
 * A named module needs no read edge from us: the JVM lets the module of a transformed class read the unnamed module of the
 * bootstrap loader ({@code java.lang.instrument}, "Instrumenting code in modules").
 */
final class BridgeVisibility {

    private BridgeVisibility() {}

    /** The bridge itself, not a namesake. Does not initialise it; a loader that fails sees nothing. */
    static boolean of(ClassLoader loader) {
        try {
            return Class.forName(SseStreams.class.getName(), false, loader) == SseStreams.class;
        } catch (Throwable hidden) {
            return false;
        }
    }
}
