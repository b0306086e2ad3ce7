package io.sseagent.instrumentation.helidon;

import static io.sseagent.tooling.MethodPattern.method;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import net.bytebuddy.asm.Advice;

/**
 * A response that is sent as a whole, and most refusals. One that passes the output stream all the same, because of a filter, is
 * not sent yet when the method returns, and counted there.
 */
final class ServerResponseInstrumentation extends TypeInstrumentation {
    private final String typeName;

    ServerResponseInstrumentation(String typeName) {
        this.typeName = typeName;
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public void bind(AdviceBinder binder) {
        // added in 4.1, and called by the other one since
        binder.adviseOneOf(
                "send", method("send", "byte[]", "int", "int"), getClass().getName() + "$SliceAdvice");
        binder.adviseOneOf("send", method("send", "byte[]"), getClass().getName() + "$SendAdvice");
    }

    /** The whole response. Its bytes are read before Helidon compresses them. */
    public static final class SliceAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.This ServerResponse response,
                @Advice.FieldValue("request") HttpRequest from,
                @Advice.Argument(0) byte[] bytes,
                @Advice.Argument(1) int position,
                @Advice.Argument(2) int length)
                throws IllegalAccessException, InvocationTargetException {
            if (!SseStreams.isActive() || !response.isSent() || SseStreams.of(from) != null) {
                return;
            }
            boolean stream = response.status().code() == 200
                    && response.headers().contains(HeaderNames.CONTENT_TYPE)
                    && SseStreams.isEventStream(
                            response.headers().get(HeaderNames.CONTENT_TYPE).get());
            boolean asked = stream
                    || (from.headers().contains(HeaderNames.ACCEPT)
                            && SseStreams.asksForEventStream(
                                    from.headers().get(HeaderNames.ACCEPT).get()));
            String method = from.prologue().method().text();
            if (!asked || method.equals("HEAD")) {
                return;
            }
            StreamRequest request = new StreamRequest("helidon");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                if (from.headers().contains(HeaderNames.create(StreamRequest.headerName(i)))) {
                    request.header(
                            i,
                            from.headers()
                                    .get(HeaderNames.create(StreamRequest.headerName(i)))
                                    .get());
                }
            }
            for (Method each : from.getClass().getMethods()) {
                if (each.getName().equals("matchingPattern") && each.getReturnType() == Optional.class) {
                    request.route(((Optional<?>) each.invoke(from)).orElse(null));
                }
            }
            request.elapsedNanos(SseStreams.elapsedNanos(from))
                    .line(
                            method,
                            StreamRequest.pathOf(from.prologue().uriPath().rawPath()),
                            from.prologue().rawProtocol(),
                            from.remotePeer().host());
            if (!stream) {
                SseStreams.refused(request, response.status().code());
                SseStreams.ignore(from);
                return;
            }
            SseStream opened = SseStreams.opened(request);
            if (opened != null) {
                SseStreams.keep(from, opened);
                opened.wrote(bytes, position, position + length, 0);
                opened.evidence(CloseReason.COMPLETE);
                opened.close();
            }
        }
    }

    /** As {@link SliceAdvice}. */
    public static final class SendAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.This ServerResponse response,
                @Advice.FieldValue("request") HttpRequest from,
                @Advice.Argument(0) byte[] bytes)
                throws IllegalAccessException, InvocationTargetException {
            if (!SseStreams.isActive() || !response.isSent() || SseStreams.of(from) != null) {
                return;
            }
            boolean stream = response.status().code() == 200
                    && response.headers().contains(HeaderNames.CONTENT_TYPE)
                    && SseStreams.isEventStream(
                            response.headers().get(HeaderNames.CONTENT_TYPE).get());
            boolean asked = stream
                    || (from.headers().contains(HeaderNames.ACCEPT)
                            && SseStreams.asksForEventStream(
                                    from.headers().get(HeaderNames.ACCEPT).get()));
            String method = from.prologue().method().text();
            if (!asked || method.equals("HEAD")) {
                return;
            }
            StreamRequest request = new StreamRequest("helidon");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                if (from.headers().contains(HeaderNames.create(StreamRequest.headerName(i)))) {
                    request.header(
                            i,
                            from.headers()
                                    .get(HeaderNames.create(StreamRequest.headerName(i)))
                                    .get());
                }
            }
            for (Method each : from.getClass().getMethods()) {
                if (each.getName().equals("matchingPattern") && each.getReturnType() == Optional.class) {
                    request.route(((Optional<?>) each.invoke(from)).orElse(null));
                }
            }
            request.elapsedNanos(SseStreams.elapsedNanos(from))
                    .line(
                            method,
                            StreamRequest.pathOf(from.prologue().uriPath().rawPath()),
                            from.prologue().rawProtocol(),
                            from.remotePeer().host());
            if (!stream) {
                SseStreams.refused(request, response.status().code());
                SseStreams.ignore(from);
                return;
            }
            SseStream opened = SseStreams.opened(request);
            if (opened != null) {
                SseStreams.keep(from, opened);
                opened.wrote(bytes, 0, bytes.length, 0);
                opened.evidence(CloseReason.COMPLETE);
                opened.close();
            }
        }
    }
}
