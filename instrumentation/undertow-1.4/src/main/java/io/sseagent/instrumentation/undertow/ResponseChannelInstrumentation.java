package io.sseagent.instrumentation.undertow;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.DeferringStream;
import io.sseagent.bootstrap.GatheredWrite;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * What every response is written to, by handlers, senders and servlets alike, above compression and framing. It does not wait: what
 * it has taken of a buffer shows in the buffer's position, and the rest comes again. After a failure nothing does: the stream ends
 * there, since exchanges of HTTP/2 do not in 1.4.
 */
final class ResponseChannelInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.undertow.server.HttpServerExchange$WriteDispatchChannel";
    }

    @Override
    public void bind(AdviceBinder binder) {
        for (String write : new String[] {"write", "writeFinal"}) {
            binder.advise(method(write, "java.nio.ByteBuffer"), getClass().getName() + "$WriteAdvice");
            binder.advise(method(write, "java.nio.ByteBuffer[]"), getClass().getName() + "$WriteAllAdvice");
            binder.advise(
                    method(write, "java.nio.ByteBuffer[]", "int", "int"),
                    getClass().getName() + "$WriteSomeAdvice");
        }
    }

    /**
     * One buffer. An exchange that began before the agent is asked for its channel once more, which gives nothing and leads it
     * through {@link ExchangeInstrumentation.CommitAdvice}.
     */
    public static final class WriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static int enter(
                @Advice.FieldValue("this$0") HttpServerExchange exchange,
                @Advice.Argument(0) ByteBuffer bytes,
                @Advice.Local("stream") SseStream stream) {
            if (SseStreams.isActive()) {
                if (SseStreams.isUnknown(exchange)) {
                    exchange.getResponseChannel();
                }
                stream = SseStreams.of(exchange);
                DeferringStream.writing(stream);
            }
            return bytes.position();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.FieldValue("this$0") HttpServerExchange exchange,
                @Advice.Argument(0) ByteBuffer bytes,
                @Advice.Enter int from,
                @Advice.Local("stream") SseStream stream,
                @Advice.Thrown Throwable failure) {
            if (failure != null) {
                // also while disabled: the end of a stream is heard of
                SseStream failed = SseStreams.of(exchange);
                if (failed != null) {
                    SseStreams.evidenceOfCause(failed);
                    failed.failed(failure, 0);
                    if (failure instanceof IOException) {
                        failed.close();
                    }
                }
            } else if (stream != null && bytes.position() > from) {
                stream.wrote(bytes, from, bytes.position(), 0);
            }
            DeferringStream.written(stream);
        }
    }

    /** Several buffers. */
    public static final class WriteAllAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static byte[] enter(
                @Advice.FieldValue("this$0") HttpServerExchange exchange,
                @Advice.Argument(0) ByteBuffer[] buffers,
                @Advice.Local("stream") SseStream stream) {
            if (SseStreams.isActive()) {
                if (SseStreams.isUnknown(exchange)) {
                    exchange.getResponseChannel();
                }
                stream = SseStreams.of(exchange);
                DeferringStream.writing(stream);
            }
            return stream == null ? null : GatheredWrite.begin(buffers, 0, buffers.length);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.FieldValue("this$0") HttpServerExchange exchange,
                @Advice.Argument(0) ByteBuffer[] buffers,
                @Advice.Enter byte[] positions,
                @Advice.Local("stream") SseStream stream,
                @Advice.Thrown Throwable failure) {
            if (failure != null) {
                SseStream failed = SseStreams.of(exchange);
                if (failed != null) {
                    SseStreams.evidenceOfCause(failed);
                    failed.failed(failure, 0);
                    if (failure instanceof IOException) {
                        failed.close();
                    }
                }
            } else if (stream != null) {
                GatheredWrite.wrote(stream, buffers, 0, buffers.length, positions);
            }
            DeferringStream.written(stream);
        }
    }

    /** Some of several buffers. */
    public static final class WriteSomeAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static byte[] enter(
                @Advice.FieldValue("this$0") HttpServerExchange exchange,
                @Advice.Argument(0) ByteBuffer[] buffers,
                @Advice.Argument(1) int from,
                @Advice.Argument(2) int length,
                @Advice.Local("stream") SseStream stream) {
            if (SseStreams.isActive()) {
                if (SseStreams.isUnknown(exchange)) {
                    exchange.getResponseChannel();
                }
                stream = SseStreams.of(exchange);
                DeferringStream.writing(stream);
            }
            return stream == null ? null : GatheredWrite.begin(buffers, from, length);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.FieldValue("this$0") HttpServerExchange exchange,
                @Advice.Argument(0) ByteBuffer[] buffers,
                @Advice.Argument(1) int from,
                @Advice.Argument(2) int length,
                @Advice.Enter byte[] positions,
                @Advice.Local("stream") SseStream stream,
                @Advice.Thrown Throwable failure) {
            if (failure != null) {
                SseStream failed = SseStreams.of(exchange);
                if (failed != null) {
                    SseStreams.evidenceOfCause(failed);
                    failed.failed(failure, 0);
                    if (failure instanceof IOException) {
                        failed.close();
                    }
                }
            } else if (stream != null) {
                GatheredWrite.wrote(stream, buffers, from, length, positions);
            }
            DeferringStream.written(stream);
        }
    }
}
