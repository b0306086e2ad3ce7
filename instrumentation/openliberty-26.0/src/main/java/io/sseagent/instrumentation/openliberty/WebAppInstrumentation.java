package io.sseagent.instrumentation.openliberty;

import static io.sseagent.tooling.MethodPattern.startingWith;

import com.ibm.websphere.servlet.request.IRequest;
import com.ibm.websphere.servlet.request.extended.IRequestExtended;
import com.ibm.wsspi.webcontainer.WebContainerRequestState;
import com.ibm.wsspi.webcontainer.servlet.IExtendedRequest;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** Where the exception of a servlet or filter arrives, of either servlet package; not that of an asynchronous dispatch. */
final class WebAppInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "com.ibm.ws.webcontainer.webapp.WebApp";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                startingWith("handleException", "java.lang.Throwable"),
                getClass().getName() + "$ExceptionAdvice");
    }

    /** The application threw. A failed write that it passed on was reported before, and stands. */
    public static final class ExceptionAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            WebContainerRequestState state = WebContainerRequestState.getInstance(false);
            IExtendedRequest servlet = state == null ? null : state.getCurrentThreadsIExtendedRequest();
            IRequest request = servlet == null ? null : servlet.getIRequest();
            if (request instanceof IRequestExtended) {
                SseStream stream = SseStreams.of(((IRequestExtended) request).getHttpInboundConnection());
                if (stream != null) {
                    stream.evidence(CloseReason.APP_ERROR);
                }
            }
        }
    }
}
