package io.sseagent.instrumentation.jdkhttpserver;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** The three streams that a body can go through, behind whatever a filter put around them; {@code t} is the exchange. */
final class ResponseStreamInstrumentation extends TypeInstrumentation {
    private final String typeName;

    ResponseStreamInstrumentation(String typeName) {
        this.typeName = typeName;
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("write", "byte[]", "int", "int"), getClass().getName() + "$WriteAdvice");
        binder.advise(method("write", "int"), getClass().getName() + "$WriteByteAdvice");
        // only the chunked stream has a flush of its own
        binder.adviseIfPresent(method("flush"), getClass().getName() + "$FlushAdvice");
        binder.advise(method("close"), getClass().getName() + "$CloseAdvice");
    }

    /** Part of the body. */
    public static final class WriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(@Advice.FieldValue("t") Object exchange, @Advice.Local("stream") SseStream stream) {
            stream = SseStreams.isActive() ? SseStreams.of(exchange) : null;
            return stream == null ? 0 : System.nanoTime();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.Argument(0) byte[] bytes,
                @Advice.Argument(1) int from,
                @Advice.FieldValue("t") Object exchange,
                @Advice.Argument(2) int length,
                @Advice.Enter long startNanos,
                @Advice.Local("stream") SseStream stream,
                @Advice.Thrown Throwable failure) {
            if (failure != null) {
                // also while disabled: the end of a stream is heard of
                SseStream failed = SseStreams.of(exchange);
                if (failed != null) {
                    failed.failed(failure, startNanos);
                }
            } else if (stream != null) {
                stream.wrote(bytes, from, from + length, startNanos);
            }
        }
    }

    /** A single byte of the body. */
    public static final class WriteByteAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.FieldValue("t") Object exchange,
                @Advice.Argument(0) int value,
                @Advice.Thrown Throwable failure) {
            SseStream stream = failure != null || SseStreams.isActive() ? SseStreams.of(exchange) : null;
            if (stream != null) {
                if (failure == null) {
                    stream.wrote(value, 0);
                } else {
                    stream.failed(failure, 0);
                }
            }
        }
    }

    /** What was written goes out. */
    public static final class FlushAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.FieldValue("t") Object exchange, @Advice.Thrown Throwable failure) {
            SseStream stream = failure != null || SseStreams.isActive() ? SseStreams.of(exchange) : null;
            if (stream != null) {
                if (failure == null) {
                    stream.flushed();
                } else {
                    stream.failed(failure, 0);
                }
            }
        }
    }

    /** The body ends: by the handler, by closing the exchange, or short of the promised length, which throws. */
    public static final class CloseAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.FieldValue("t") Object exchange, @Advice.Thrown Throwable failure) {
            SseStream stream = SseStreams.of(exchange);
            if (stream != null) {
                stream.evidence(failure == null ? CloseReason.COMPLETE : CloseReason.APP_ERROR);
                stream.close();
            }
        }
    }
}
