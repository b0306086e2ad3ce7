package io.sseagent.instrumentation.resteasy;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.metadata.ResourceLocator;

/** A method that returns what the rest of the path is matched by. */
final class ResourceLocatorInvokerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.jboss.resteasy.core.ResourceLocatorInvoker";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method(
                        "invokeOnTargetObject",
                        "org.jboss.resteasy.spi.HttpRequest",
                        "org.jboss.resteasy.spi.HttpResponse",
                        "java.lang.Object"),
                getClass().getName() + "$InvokeAdvice");
    }

    /** The object is there, its own part of the path not yet matched. */
    public static final class InvokeAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("method") ResourceLocator locator) {
            FrameworkRoutes.beginsBelow(FrameworkRoutes.SERVLET, locator.getFullpath());
        }
    }
}
