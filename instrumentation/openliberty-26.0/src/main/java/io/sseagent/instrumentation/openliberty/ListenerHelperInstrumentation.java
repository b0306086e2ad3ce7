package io.sseagent.instrumentation.openliberty;

import static io.sseagent.tooling.MethodPattern.startingWith;

import com.ibm.websphere.servlet.request.IRequest;
import com.ibm.websphere.servlet.request.extended.IRequestExtended;
import com.ibm.ws.webcontainer.async.AsyncContextImpl;
import com.ibm.wsspi.webcontainer.servlet.IExtendedRequest;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** Where asynchronous requests are told of their time-out, or of the exception of a dispatch. */
final class ListenerHelperInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "com.ibm.ws.webcontainer.async.ListenerHelper";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                startingWith(
                        "_invokeAsyncErrorHandling",
                        "com.ibm.wsspi.webcontainer.servlet.AsyncContext",
                        "com.ibm.wsspi.webcontainer.WebContainerRequestState",
                        "java.lang.Throwable",
                        "com.ibm.ws.webcontainer.async.AsyncListenerEnum"),
                getClass().getName() + "$EventAdvice");
    }

    /** Before listeners hear of it, one of which may end the response. A failed write was reported before, and stands. */
    public static final class EventAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) Object context, @Advice.Argument(3) Object event) {
            if (!(context instanceof AsyncContextImpl)) {
                return;
            }
            IExtendedRequest request = ((AsyncContextImpl) context).getIExtendedRequest();
            IRequest message = request == null ? null : request.getIRequest();
            if (message instanceof IRequestExtended) {
                SseStream stream = SseStreams.of(((IRequestExtended) message).getHttpInboundConnection());
                if (stream != null) {
                    stream.evidence(
                            "TIMEOUT".equals(String.valueOf(event))
                                    ? CloseReason.ASYNC_TIMEOUT
                                    : CloseReason.APP_ERROR);
                }
            }
        }
    }
}
