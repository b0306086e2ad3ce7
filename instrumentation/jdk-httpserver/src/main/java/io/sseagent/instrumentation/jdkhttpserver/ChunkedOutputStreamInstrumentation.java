package io.sseagent.instrumentation.jdkhttpserver;

import static io.sseagent.tooling.MethodPattern.method;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.net.SocketAddress;
import java.net.URI;
import net.bytebuddy.asm.Advice;

/**
 * Streams that were open when the agent attached, found at their next write. The exchange's class is out of our reach, but not
 * out of that of its neighbour, into which this is inlined: hence reflection, once per exchange.
 */
final class ChunkedOutputStreamInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "sun.net.httpserver.ChunkedOutputStream";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("write", "byte[]", "int", "int"), getClass().getName() + "$PickUpAdvice");
    }

    /** Never does anything in a JVM that was started with the agent. */
    public static final class PickUpAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("t") Object exchange) throws ReflectiveOperationException {
            if (!SseStreams.isUnknown(exchange) || !SseStreams.isActive()) {
                return;
            }
            SseStreams.ignore(exchange);
            Class<?> type = exchange.getClass();
            Headers headers = (Headers) type.getMethod("getResponseHeaders").invoke(exchange);
            if (SseStreams.isEventStream(headers.getFirst("Content-type"))) {
                URI uri = (URI) type.getMethod("getRequestURI").invoke(exchange);
                HttpContext context =
                        (HttpContext) type.getMethod("getHttpContext").invoke(exchange);
                String path = uri.getPath();
                StreamRequest request = new StreamRequest("jdk-httpserver").pickedUp();
                if (path != null && context.getPath().length() > 1) {
                    String rest = path.substring(
                            Math.min(path.length(), context.getPath().length()));
                    request.servlet(
                            "", context.getPath(), rest.isEmpty() ? null : rest, new String[] {context.getPath()});
                }
                request.line(
                                (String) type.getMethod("getRequestMethod").invoke(exchange),
                                path,
                                (String) type.getMethod("getProtocol").invoke(exchange),
                                null)
                        .socket(
                                (SocketAddress)
                                        type.getMethod("getRemoteAddress").invoke(exchange),
                                (SocketAddress)
                                        type.getMethod("getLocalAddress").invoke(exchange));
                SseStreams.keep(exchange, SseStreams.opened(request));
            }
        }
    }
}
