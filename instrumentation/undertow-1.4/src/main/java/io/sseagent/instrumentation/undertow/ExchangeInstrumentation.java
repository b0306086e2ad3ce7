package io.sseagent.instrumentation.undertow;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.DeferringStream;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.PathTemplateMatch;
import java.net.InetSocketAddress;
import java.util.Collection;
import net.bytebuddy.asm.Advice;

/** A request and its response. Its attachments are keyed by objects of the library, so it is the key of its stream itself. */
final class ExchangeInstrumentation extends TypeInstrumentation {
    /** Set by Spring MVC before the handler runs ({@code HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE}). */
    static final String SPRING_PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    static final String SERVLET_CONTEXT = "io.undertow.servlet.handlers.ServletRequestContext";

    @Override
    public String typeName() {
        return "io.undertow.server.HttpServerExchange";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("setRequestMethod", "io.undertow.util.HttpString"),
                getClass().getName() + "$StartAdvice");
        binder.advise(method("getResponseChannel"), getClass().getName() + "$CommitAdvice");
        binder.advise(method("invokeExchangeCompleteListeners"), getClass().getName() + "$EndAdvice");
    }

    /** The first word of a request has been read. The exchange itself may have waited for it since the last one. */
    public static final class StartAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpServerExchange exchange) {
            SseStreams.requestStarted(exchange);
        }
    }

    /**
     * The channel of the response has been given out: from now on the headers stand, and their own type decides. Asked again, it
     * is not; {@link ResponseChannelInstrumentation.WriteAdvice} does so for an exchange from before the agent.
     */
    public static final class CommitAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.This HttpServerExchange exchange,
                @Advice.Return Object channel,
                @Advice.FieldValue("blockingHttpExchange") Object blocking)
                throws ReflectiveOperationException {
            boolean again = channel == null && SseStreams.isUnknown(exchange);
            if (!SseStreams.isActive() || (channel == null && !again)) {
                return;
            }
            if (again) {
                SseStreams.ignore(exchange);
            }
            int status = exchange.getStatusCode();
            HeaderMap headers = exchange.getRequestHeaders();
            boolean stream = status == 200
                    && SseStreams.isEventStream(exchange.getResponseHeaders().getFirst(Headers.CONTENT_TYPE));
            boolean refused =
                    !again && status >= 200 && SseStreams.asksForEventStream(headers.getFirst(Headers.ACCEPT));
            String method = exchange.getRequestMethod().toString();
            if ((!stream && !refused) || "HEAD".equals(method)) {
                return;
            }
            StreamRequest request = new StreamRequest("undertow");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                request.header(i, headers.getFirst(StreamRequest.headerName(i)));
            }
            if (again) {
                request.pickedUp();
            } else {
                request.elapsedNanos(SseStreams.elapsedNanos(exchange));
            }
            String resolved = exchange.getResolvedPath();
            String relative = exchange.getRelativePath();
            PathTemplateMatch template = exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY);
            if (template != null) {
                request.servlet(resolved, "", null, null).route(template.getMatchedTemplate());
            } else if (resolved != null && resolved.length() > 1) {
                request.servlet(
                        "", resolved, relative == null || relative.isEmpty() ? null : relative, new String[] {resolved
                        });
            }
            // what a servlet has said is out of reach for the loader of the core, hence reflection, once per stream
            if (blocking != null && blocking.getClass().getName().startsWith("io.undertow.servlet.")) {
                Class<?> type =
                        Class.forName(SERVLET_CONTEXT, true, blocking.getClass().getClassLoader());
                Object context = exchange.getAttachment(
                        (AttachmentKey<?>) type.getField("ATTACHMENT_KEY").get(null));
                if (context != null) {
                    Object match = type.getMethod("getServletPathMatch").invoke(context);
                    Object servletContext =
                            type.getMethod("getCurrentServletContext").invoke(context);
                    Object original = type.getMethod("getOriginalRequest").invoke(context);
                    Object chain = match.getClass().getMethod("getServletChain").invoke(match);
                    Object servlet =
                            chain.getClass().getMethod("getManagedServlet").invoke(chain);
                    Object info = servlet.getClass().getMethod("getServletInfo").invoke(servlet);
                    Collection<?> mappings = (Collection<?>)
                            info.getClass().getMethod("getMappings").invoke(info);
                    request.route(original.getClass()
                                    .getMethod("getAttribute", String.class)
                                    .invoke(original, SPRING_PATTERN))
                            .servlet(
                                    (String) servletContext
                                            .getClass()
                                            .getMethod("getContextPath")
                                            .invoke(servletContext),
                                    (String) match.getClass()
                                            .getMethod("getMatched")
                                            .invoke(match),
                                    (String) match.getClass()
                                            .getMethod("getRemaining")
                                            .invoke(match),
                                    mappings.toArray(new String[0]));
                }
            }
            InetSocketAddress peer = exchange.getSourceAddress();
            request.line(
                    method,
                    StreamRequest.pathOf(exchange.getRequestURI()),
                    exchange.getProtocol().toString(),
                    peer == null || peer.getAddress() == null
                            ? null
                            : peer.getAddress().getHostAddress());
            if (stream) {
                request.socket(
                        exchange.getConnection().getPeerAddress(),
                        exchange.getConnection().getLocalAddress());
                SseStreams.keep(exchange, DeferringStream.of(SseStreams.opened(request)));
            } else {
                SseStreams.refused(request, status);
            }
        }
    }

    /** Request and response have ended, or their connection has. */
    public static final class EndAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpServerExchange exchange) {
            SseStream stream = SseStreams.of(exchange);
            if (stream != null) {
                SseStreams.evidenceOfCause(stream);
                // a handler threw; one that passed a failed write on was reported before, and stands
                if (exchange.getAttachment(DefaultResponseListener.EXCEPTION) != null) {
                    stream.evidence(CloseReason.APP_ERROR);
                }
                stream.evidence(exchange.getConnection().isOpen() ? CloseReason.COMPLETE : CloseReason.CLIENT_CLOSED);
                stream.close();
            }
        }
    }
}
