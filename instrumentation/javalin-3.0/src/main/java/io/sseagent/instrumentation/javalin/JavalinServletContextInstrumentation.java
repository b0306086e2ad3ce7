package io.sseagent.instrumentation.javalin;

import static io.sseagent.tooling.MethodPattern.method;
import static io.sseagent.tooling.MethodPattern.startingWith;

import io.javalin.http.servlet.JavalinServletContext;
import io.javalin.router.Endpoint;
import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** Since 5: updated before each handler of a request, filters included. */
final class JavalinServletContextInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.javalin.http.servlet.JavalinServletContext";
    }

    /** The handler was a {@code HandlerEntry} in 5, a {@code ParsedEndpoint} in 6, and is an {@code Endpoint} since 7. */
    @Override
    public void bind(AdviceBinder binder) {
        String matched = getClass().getName() + "$MatchedAdvice";
        binder.adviseOneOf("update", method("update", "io.javalin.routing.HandlerEntry", "java.lang.String"), matched);
        binder.adviseOneOf("update", method("update", "io.javalin.router.ParsedEndpoint", "java.lang.String"), matched);
        // with a map of parameters since 7.1
        binder.adviseOneOf(
                "update",
                startingWith("update", "io.javalin.router.Endpoint"),
                getClass().getName() + "$EndpointAdvice");
    }

    /** The template is known as long as the servlet runs, see {@link JavalinServletInstrumentation}. */
    public static final class MatchedAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.This JavalinServletContext context) {
            if (context.handlerType().isHttpMethod()) {
                FrameworkRoutes.begins(null, context.matchedPath());
            }
        }
    }

    /** As {@link MatchedAdvice}. */
    public static final class EndpointAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) Endpoint endpoint) {
            if (endpoint.method.isHttpMethod()) {
                FrameworkRoutes.begins(null, endpoint.path);
            }
        }
    }
}
