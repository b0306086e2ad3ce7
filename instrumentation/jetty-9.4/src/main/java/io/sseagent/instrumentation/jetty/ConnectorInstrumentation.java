package io.sseagent.instrumentation.jetty;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** A connector's life: streams that end after it was shut down or stopped ended because of that. The same in 9.4 to 12.1. */
final class ConnectorInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.eclipse.jetty.server.AbstractConnector";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // with a graceful shutdown long before the stop
        binder.advise(method("shutdown"), getClass().getName() + "$StopAdvice");
        binder.advise(method("doStop"), getClass().getName() + "$StopAdvice");
        binder.advise(method("doStart"), getClass().getName() + "$StartAdvice");
    }

    /** No new requests from now on. */
    public static final class StopAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("jetty", true);
        }
    }

    /** Serving (again). */
    public static final class StartAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("jetty", false);
        }
    }
}
