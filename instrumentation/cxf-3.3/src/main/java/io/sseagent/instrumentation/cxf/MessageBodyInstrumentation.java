package io.sseagent.instrumentation.cxf;

import static io.sseagent.tooling.MethodPattern.startingWith;

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

/** Where the body of every response is written, by the thread of the request or by one that has resumed it. */
final class MessageBodyInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.cxf.jaxrs.utils.JAXRSUtils";
    }

    /** The other arguments are of JAX-RS, which has been renamed in 4. */
    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                startingWith("writeMessageBody", "java.util.List", "java.lang.Object", "java.lang.Class"),
                getClass().getName() + "$WriteAdvice");
    }

    /** What was matched, locators first, is kept with the request's message. */
    public static final class WriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static boolean enter(@Advice.Argument(7) Message response) {
            Object type = SseStreams.isActive() ? response.get(Message.CONTENT_TYPE) : null;
            if (type == null || !SseStreams.isEventStream(type.toString())) {
                return false;
            }
            Message request = response.getExchange().getInMessage();
            OperationResourceInfoStack matched = request.get(OperationResourceInfoStack.class);
            if (matched == null) {
                return false;
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
            return FrameworkRoutes.begins(HttpUtils.getBaseAddress(request), template);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Enter boolean begun) {
            if (begun) {
                FrameworkRoutes.ends();
            }
        }
    }
}
