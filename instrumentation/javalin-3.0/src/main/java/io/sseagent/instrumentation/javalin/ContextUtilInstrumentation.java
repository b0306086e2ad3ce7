package io.sseagent.instrumentation.javalin;

import static io.sseagent.tooling.MethodPattern.method;

import io.javalin.http.HandlerEntry;
import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** Up to 4: called before each handler of a request, filters included. */
final class ContextUtilInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.javalin.http.util.ContextUtil";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("update", "io.javalin.http.Context", "io.javalin.http.HandlerEntry", "java.lang.String"),
                getClass().getName() + "$UpdateAdvice");
    }

    /** The template is known as long as the servlet runs, see {@link JavalinServletInstrumentation}. */
    public static final class UpdateAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(1) HandlerEntry entry) {
            if (entry.getType().isHttpMethod()) {
                FrameworkRoutes.begins(null, entry.getPath());
            }
        }
    }
}
