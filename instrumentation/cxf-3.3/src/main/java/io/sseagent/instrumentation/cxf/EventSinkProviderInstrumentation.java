package io.sseagent.instrumentation.cxf;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.MethodInvocationInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfoStack;
import org.apache.cxf.jaxrs.utils.HttpUtils;
import org.apache.cxf.message.Message;

/** Makes the {@code SseEventSink} of a request, on its thread. */
final class EventSinkProviderInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.cxf.jaxrs.sse.SseEventSinkContextProvider";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("createContext", "org.apache.cxf.message.Message"),
                getClass().getName() + "$CreateAdvice");
    }

    /** The message is not at hand where the events are written. */
    public static final class CreateAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.Argument(0) Message request, @Advice.Return Object sink) {
            OperationResourceInfoStack matched =
                    SseStreams.isActive() ? request.get(OperationResourceInfoStack.class) : null;
            if (matched == null) {
                return;
            }
            StringBuilder template = new StringBuilder();
            for (int i = matched.size() - 1; i >= 0; i--) {
                MethodInvocationInfo part = matched.get(i);
                ClassResourceInfo resource = part.getMethodInfo().getClassResourceInfo();
                FrameworkRoutes.prepend(
                        template, part.getMethodInfo().getURITemplate().getValue());
                if (resource.isRoot()) {
                    FrameworkRoutes.prepend(template, resource.getURITemplate().getValue());
                }
            }
            FrameworkRoutes.keep(sink, HttpUtils.getBaseAddress(request), template.toString());
        }
    }
}
