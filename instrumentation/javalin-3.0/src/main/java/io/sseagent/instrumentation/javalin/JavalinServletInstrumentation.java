package io.sseagent.instrumentation.javalin;

import static io.sseagent.tooling.MethodPattern.named;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** What the thread of a request runs, from filter to filter: what it has matched is over when it returns. */
final class JavalinServletInstrumentation extends TypeInstrumentation {
    private final String typeName;

    JavalinServletInstrumentation(String typeName) {
        this.typeName = typeName;
    }

    @Override
    public String typeName() {
        return typeName;
    }

    /** Servlets of {@code javax} up to 4, of {@code jakarta} since 5. */
    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(named("service"), getClass().getName() + "$ServiceAdvice");
    }

    /** The thread serves others then. What it finds may be of a WebSocket, which is matched by another servlet. */
    public static final class ServiceAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            FrameworkRoutes.ends();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit() {
            FrameworkRoutes.ends();
        }
    }
}
