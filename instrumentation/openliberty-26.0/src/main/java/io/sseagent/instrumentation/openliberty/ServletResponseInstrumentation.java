package io.sseagent.instrumentation.openliberty;

import static io.sseagent.tooling.MethodPattern.method;

import com.ibm.websphere.servlet.request.IRequest;
import com.ibm.websphere.servlet.request.extended.IRequestExtended;
import com.ibm.ws.webcontainer.srt.SRTServletResponse;
import com.ibm.ws.webcontainer.webapp.WebAppDispatcherContext;
import com.ibm.wsspi.webcontainer.servlet.IExtendedRequest;
import com.ibm.wsspi.webcontainer.servlet.IServletWrapper;
import io.sseagent.bootstrap.ServletMappings;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Collection;
import net.bytebuddy.asm.Advice;

/** The response of a servlet, of either servlet package, which is committed before the message is. */
final class ServletResponseInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "com.ibm.ws.webcontainer.srt.SRTServletResponse";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("commit"), getClass().getName() + "$CommitAdvice");
    }

    /** An error page is not what was asked for. When the servlet has returned, it is known no longer, but for its path. */
    public static final class CommitAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This SRTServletResponse response) {
            IExtendedRequest request = SseStreams.isActive() ? response.getRequest() : null;
            // an application may write to a response that has ended, whose type cannot be asked for any more
            if (request == null
                    || response.getIResponse() == null
                    || !SseStreams.isEventStream(response.getContentType())
                            && !SseStreams.asksForEventStream(request.getHeader("Accept"))) {
                return;
            }
            IRequest message = request.getIRequest();
            Object mapped = request.getWebAppDispatcherContext();
            if (message instanceof IRequestExtended
                    && mapped instanceof WebAppDispatcherContext
                    && !"HEAD".equals(request.getMethod())
                    && request.getAttribute("javax.servlet.error.request_uri") == null
                    && request.getAttribute("jakarta.servlet.error.request_uri") == null) {
                WebAppDispatcherContext context = (WebAppDispatcherContext) mapped;
                IServletWrapper servlet = context.getCurrentServletReference();
                Collection<?> mappings = servlet == null || servlet.getServletConfig() == null
                        ? null
                        : servlet.getServletConfig().getMappings();
                ServletMappings.keep(
                        ((IRequestExtended) message).getHttpInboundConnection(),
                        context.getContextPath(),
                        context.getServletPath(),
                        context.getPathInfo(),
                        mappings == null ? null : mappings.toArray(new String[0]));
            }
        }
    }
}
