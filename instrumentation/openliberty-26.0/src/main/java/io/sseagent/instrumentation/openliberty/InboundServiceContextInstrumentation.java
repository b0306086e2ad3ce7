package io.sseagent.instrumentation.openliberty;

import static io.sseagent.tooling.MethodPattern.method;

import com.ibm.ws.http.channel.internal.inbound.HttpInboundLink;
import com.ibm.ws.http.channel.internal.inbound.HttpInboundServiceContextImpl;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** The one of a server, from the head of a request to the end of its response. */
final class InboundServiceContextInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "com.ibm.ws.http.channel.internal.inbound.HttpInboundServiceContextImpl";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("parsingComplete"), getClass().getName() + "$StartAdvice");
        binder.advise(method("clear"), getClass().getName() + "$RecycleAdvice");
    }

    /** The head of a request has been read. */
    public static final class StartAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Object context) {
            SseStreams.requestStarted(context);
        }
    }

    /** It may serve another request next, or its connection is gone. */
    public static final class RecycleAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpInboundServiceContextImpl context) {
            SseStream stream = SseStreams.of(context);
            if (stream != null) {
                SseStreams.forget(context);
                HttpInboundLink link = context.getLink();
                Object connection = link == null ? null : link.getApplicationCallback();
                if (connection != null) {
                    SseStreams.forget(connection);
                }
                stream.close();
            }
        }
    }
}
