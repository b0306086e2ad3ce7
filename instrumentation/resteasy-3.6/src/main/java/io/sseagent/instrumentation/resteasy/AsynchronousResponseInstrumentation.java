package io.sseagent.instrumentation.resteasy;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.io.IOException;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.HttpResponse;

/** Made on the thread of the request for whatever another one may continue: an {@code AsyncResponse}, an {@code SseEventSink}, a stage. */
final class AsynchronousResponseInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.jboss.resteasy.core.AbstractAsynchronousResponse";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method(
                        "<init>",
                        "org.jboss.resteasy.core.SynchronousDispatcher",
                        "org.jboss.resteasy.spi.HttpRequest",
                        "org.jboss.resteasy.spi.HttpResponse"),
                getClass().getName() + "$SuspendAdvice");
    }

    /** Its output is the one object that everybody knows who may write first. */
    public static final class SuspendAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.Argument(2) HttpResponse response) throws IOException {
            FrameworkRoutes.keepBegun(response.getOutputStream());
        }
    }
}
