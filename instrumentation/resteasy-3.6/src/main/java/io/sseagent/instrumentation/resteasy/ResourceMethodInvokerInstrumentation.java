package io.sseagent.instrumentation.resteasy;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.metadata.ResourceMethod;

/** The method of a resource that was chosen for a request. */
final class ResourceMethodInvokerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.jboss.resteasy.core.ResourceMethodInvoker";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method(
                        "invokeOnTarget",
                        "org.jboss.resteasy.spi.HttpRequest",
                        "org.jboss.resteasy.spi.HttpResponse",
                        "java.lang.Object"),
                getClass().getName() + "$InvokeAdvice");
    }

    /** What it returns is written later, so that it is the dispatcher where the template ends. */
    public static final class InvokeAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("method") ResourceMethod chosen) {
            FrameworkRoutes.beginsBelow(FrameworkRoutes.SERVLET, chosen.getFullpath());
        }
    }
}
