package io.sseagent.instrumentation.servlet.javax;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import javax.servlet.AsyncContext;
import javax.servlet.ServletResponse;
import javax.servlet.ServletResponseWrapper;
import net.bytebuddy.asm.Advice;

/** A container's asynchronous context: the end of a stream whose servlet has returned. */
final class AsyncContextInstrumentation extends MetType {

    AsyncContextInstrumentation(String typeName) {
        super(typeName);
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.adviseIfPresent(method("complete"), getClass().getName() + "$CompleteAdvice");
    }

    /** By the application, or by a container that ends what timed out in the same way. */
    public static final class CompleteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Object context, @Advice.Local("own") Object own) {
            if (context instanceof AsyncContext) {
                ServletResponse inner = ((AsyncContext) context).getResponse();
                while (inner instanceof ServletResponseWrapper) {
                    inner = ((ServletResponseWrapper) inner).getResponse();
                }
                own = inner;
            }
        }

        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.Local("own") Object own) {
            SseStream stream = own == null ? null : SseStreams.of(own);
            if (stream != null) {
                stream.evidence(CloseReason.COMPLETE);
                stream.close();
                SseStreams.forget(own);
            }
        }
    }
}
