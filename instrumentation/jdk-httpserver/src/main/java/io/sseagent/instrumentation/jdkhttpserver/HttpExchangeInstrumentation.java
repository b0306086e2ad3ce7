package io.sseagent.instrumentation.jdkhttpserver;

import static io.sseagent.tooling.MethodPattern.method;

import com.sun.net.httpserver.HttpExchange;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/**
 * The exchange that handlers see. Its {@code impl} is what the response streams know as well, and so the key of the stream;
 * the exchange itself is a second key, for whoever has only that.
 */
final class HttpExchangeInstrumentation extends TypeInstrumentation {
    private final String typeName;

    HttpExchangeInstrumentation(String typeName) {
        this.typeName = typeName;
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("<init>", "sun.net.httpserver.ExchangeImpl"), getClass().getName() + "$StartAdvice");
        binder.advise(method("sendResponseHeaders", "int", "long"), getClass().getName() + "$HeadersAdvice");
    }

    /** The request has been read; the handler comes next. */
    public static final class StartAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.Argument(0) Object impl) {
            SseStreams.requestStarted(impl);
        }
    }

    /** The headers have been sent. */
    public static final class HeadersAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.This HttpExchange exchange,
                @Advice.FieldValue("impl") Object impl,
                @Advice.Argument(0) int status) {
            if (!SseStreams.isActive() || "HEAD".equals(exchange.getRequestMethod())) {
                return;
            }
            boolean stream = status == 200
                    && SseStreams.isEventStream(exchange.getResponseHeaders().getFirst("Content-type"));
            if (!stream
                    && !SseStreams.asksForEventStream(
                            exchange.getRequestHeaders().getFirst("Accept"))) {
                return;
            }
            StreamRequest request = new StreamRequest("jdk-httpserver");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                request.header(i, exchange.getRequestHeaders().getFirst(StreamRequest.headerName(i)));
            }
            String path = exchange.getRequestURI().getPath();
            String context = exchange.getHttpContext().getPath();
            if (path != null && context.length() > 1) {
                String rest = path.substring(Math.min(path.length(), context.length()));
                request.servlet("", context, rest.isEmpty() ? null : rest, new String[] {context});
            }
            request.elapsedNanos(SseStreams.elapsedNanos(impl))
                    .line(
                            exchange.getRequestMethod(),
                            path,
                            exchange.getProtocol(),
                            exchange.getRemoteAddress().getAddress().getHostAddress());
            if (stream) {
                request.socket(exchange.getRemoteAddress(), exchange.getLocalAddress());
                SseStream opened = SseStreams.opened(request);
                SseStreams.keep(impl, opened);
                SseStreams.keep(exchange, opened);
            } else {
                SseStreams.refused(request, status);
            }
        }
    }
}
