package io.sseagent.instrumentation.helidon;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** As {@link OutputStreamInstrumentation} for HTTP/2, where a stream has to be found by what a reset is told to, too. */
final class Http2OutputStreamInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.helidon.webserver.http2.Http2ServerResponse$BlockingOutputStream";
    }

    @Override
    public void bind(AdviceBinder binder) {
        String head = OutputStreamInstrumentation.class.getName() + "$HeadAdvice";
        binder.advise(method("sendHeadersAndPrepare"), head);
        binder.advise(method("sendFirstChunkOnly", "boolean"), head);
        OutputStreamInstrumentation.bindWrites(binder);
        String link = getClass().getName() + "$LinkAdvice";
        binder.advise(method("sendHeadersAndPrepare"), link);
        binder.advise(method("write", OutputStreamInstrumentation.BUFFER), link);
    }

    /** The head comes first, and the write finds streams from before an attachment. */
    public static final class LinkAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.FieldValue("request") Object request, @Advice.FieldValue("stream") Object http2) {
            if (SseStreams.isActive() && SseStreams.of(http2) == null) {
                SseStreams.keep(http2, SseStreams.of(request));
            }
        }
    }
}
