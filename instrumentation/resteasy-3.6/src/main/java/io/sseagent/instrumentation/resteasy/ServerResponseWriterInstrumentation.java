package io.sseagent.instrumentation.resteasy;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.io.IOException;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.HttpResponse;

/** Where every response is written, by the thread of the request or by one that has resumed it. */
final class ServerResponseWriterInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.jboss.resteasy.core.ServerResponseWriter";
    }

    /** The others of the name end here. */
    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method(
                        "writeNomapResponse",
                        "org.jboss.resteasy.specimpl.BuiltResponse",
                        "org.jboss.resteasy.spi.HttpRequest",
                        "org.jboss.resteasy.spi.HttpResponse",
                        "org.jboss.resteasy.spi.ResteasyProviderFactory",
                        "java.util.function.Consumer",
                        "boolean"),
                getClass().getName() + "$WriteAdvice");
    }

    /** On the thread of the request, what it has begun is left as it is. */
    public static final class WriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static boolean enter(@Advice.Argument(2) HttpResponse response) throws IOException {
            return FrameworkRoutes.beginsKept(response.getOutputStream());
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Enter boolean begun) {
            if (begun) {
                FrameworkRoutes.ends();
            }
        }
    }
}
