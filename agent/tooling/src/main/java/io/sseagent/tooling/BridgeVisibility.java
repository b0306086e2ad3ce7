package io.sseagent.tooling;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.CopyBuffers;
import io.sseagent.bootstrap.DeferringStream;
import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.bootstrap.GatheredWrite;
import io.sseagent.bootstrap.IgnoredStream;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.bootstrap.ServletClassListener;
import io.sseagent.bootstrap.ServletMappings;
import io.sseagent.bootstrap.ServletResponses;
import io.sseagent.bootstrap.ServletStream;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.bootstrap.StreamTracker;
import io.sseagent.bootstrap.StreamWork;

/**
 * Whether code of a class loader can call the bridge: OSGi and JBoss Modules hide bootstrap classes that nobody declared.
 * A named module needs no read edge from us: the JVM lets the module of a transformed class read the unnamed module of the
 * bootstrap loader ({@code java.lang.instrument}, "Instrumenting code in modules").
 */
final class BridgeVisibility {
    private static final Class<?>[] BRIDGE = {
        SseStreams.class,
        SseStream.class,
        StreamRequest.class,
        CloseReason.class,
        StreamTracker.class,
        IgnoredStream.class,
        DeferringStream.class,
        ServerConnection.class,
        GatheredWrite.class,
        CopyBuffers.class,
        ServletClassListener.class,
        ServletMappings.class,
        ServletResponses.class,
        ServletStream.class,
        FrameworkRoutes.class,
        StreamWork.class
    };

    private BridgeVisibility() {}

    /**
     * The bridge itself, not a namesake, and all of it: Felix shows a class of the bootstrap loader to who asks from outside, as we
     * do, and hides it from the woven class. The JVM asks a loader only once, and what it told us it has told the woven class, too
     * (JVMS 5.3, initiating loaders). Initialises nothing; a loader that fails sees nothing.
     */
    static boolean of(ClassLoader loader) {
        try {
            for (Class<?> each : BRIDGE) {
                if (Class.forName(each.getName(), false, loader) != each) {
                    return false;
                }
            }
            return true;
        } catch (Throwable hidden) {
            return false;
        }
    }
}
