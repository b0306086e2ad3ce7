package io.sseagent.instrumentation.servlet.javax;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.ServletClassListener;
import io.sseagent.bootstrap.ServletResponses;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import javax.servlet.DispatcherType;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.ServletResponseWrapper;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;

/** Where every container enters a servlet, by a method that servlets do not override. */
final class HttpServletInstrumentation extends TypeInstrumentation {
    /** Set by Spring MVC before the handler runs ({@code HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE}). */
    static final String SPRING_PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    @Override
    public String typeName() {
        return "javax.servlet.http.HttpServlet";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("service", "javax.servlet.ServletRequest", "javax.servlet.ServletResponse"),
                getClass().getName() + "$ServiceAdvice");
    }

    /**
     * The container's response is behind what filters have put around it. When the outermost servlet has returned, a stream has
     * ended, unless it goes on asynchronously: what is not known by then has to be kept, since its request may be gone.
     */
    public static final class ServiceAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.Argument(0) ServletRequest request,
                @Advice.Argument(1) ServletResponse response,
                @Advice.Local("own") Object own) {
            ServletResponse inner = response;
            while (inner instanceof ServletResponseWrapper) {
                inner = ((ServletResponseWrapper) inner).getResponse();
            }
            if (request instanceof HttpServletRequest
                    && inner instanceof HttpServletResponse
                    && ServletResponses.follows(inner, ServletClassListener.RESPONSE, "javax.servlet")) {
                if (ServletResponses.requestOf(inner) == null) {
                    own = inner;
                    SseStream stale =
                            request.getDispatcherType() == DispatcherType.REQUEST ? SseStreams.of(inner) : null;
                    if (stale != null) {
                        stale.close();
                        SseStreams.forget(inner);
                    }
                    ServletResponses.started(inner, request);
                }
            }
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.Argument(0) ServletRequest request,
                @Advice.Local("own") Object own,
                @Advice.Thrown Throwable failure) {
            if (own == null
                    || request.getDispatcherType() == DispatcherType.FORWARD
                    || request.getDispatcherType() == DispatcherType.INCLUDE) {
                return;
            }
            ServletResponses.ended(own);
            SseStream stream = SseStreams.of(own);
            if (!request.isAsyncStarted()) {
                if (stream != null) {
                    HttpServletResponse response = (HttpServletResponse) own;
                    if (failure == null
                            && SseStreams.isActive()
                            && response.getStatus() == 200
                            && SseStreams.isEventStream(response.getContentType())) {
                        // opens one that nothing was written to
                        stream.flushed();
                    }
                    stream.evidence(failure == null ? CloseReason.COMPLETE : CloseReason.APP_ERROR);
                    stream.close();
                    SseStreams.forget(own);
                    return;
                }
            } else {
                ServletResponses.follows(request.getAsyncContext(), ServletClassListener.ASYNC, "javax.servlet");
            }
            HttpServletRequest asked = (HttpServletRequest) request;
            boolean later = stream == null && request.isAsyncStarted();
            if (!SseStreams.isActive()
                    || asked.getMethod().equals("HEAD")
                    || stream != null
                    || !(later || SseStreams.asksForEventStream(asked.getHeader("Accept")))) {
                return;
            }
            StreamRequest facts = new StreamRequest("servlet-javax");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                facts.header(i, asked.getHeader(StreamRequest.headerName(i)));
            }
            facts.route(asked.getAttribute(SPRING_PATTERN))
                    .servlet(asked.getContextPath(), asked.getServletPath(), asked.getPathInfo(), null)
                    .elapsedNanos(SseStreams.elapsedNanos(own))
                    .line(asked.getMethod(), asked.getRequestURI(), asked.getProtocol(), asked.getRemoteAddr())
                    .socket(asked.getRemoteAddr(), asked.getRemotePort(), asked.getLocalPort());
            if (later) {
                SseStreams.keep(own, ServletResponses.stream(facts));
            } else {
                SseStreams.refused(facts, ((HttpServletResponse) own).getStatus());
            }
        }
    }
}
