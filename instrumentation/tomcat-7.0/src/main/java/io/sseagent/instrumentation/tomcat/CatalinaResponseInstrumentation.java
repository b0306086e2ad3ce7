package io.sseagent.instrumentation.tomcat;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Response;

/** The servlet response. In 8.5 an HTTP/2 stream drops its coyote response without recycling it; this one is recycled. */
final class CatalinaResponseInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.catalina.connector.Response";
    }

    /** GlassFish and Payara have a class of this name over Grizzly. */
    @Override
    public String companionName() {
        return "org.apache.coyote.Response";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("recycle"), getClass().getName() + "$RecycleAdvice");
    }

    /** The request has been handled to its end. */
    public static final class RecycleAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Response response) {
            org.apache.coyote.Response coyote = response.getCoyoteResponse();
            if (coyote != null) {
                SseStream stream = (SseStream) coyote.getNote(CoyoteResponseInstrumentation.STREAM_NOTE);
                if (stream != null) {
                    coyote.setNote(CoyoteResponseInstrumentation.STREAM_NOTE, null);
                    stream.close();
                }
            }
        }
    }
}
