package io.sseagent.instrumentation.servlet.javax;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.ServletResponses;
import io.sseagent.bootstrap.ServletStream;
import io.sseagent.tooling.AdviceBinder;
import net.bytebuddy.asm.Advice;

/** What {@code getOutputStream()} has returned. One method of it may call another, or a writer may: the outermost counts. */
final class OutputInstrumentation extends MetType {

    OutputInstrumentation(String typeName) {
        super(typeName);
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.adviseIfPresent(
                method("write", "byte[]", "int", "int"), getClass().getName() + "$WriteAdvice");
        binder.adviseIfPresent(method("write", "byte[]"), getClass().getName() + "$WriteAllAdvice");
        binder.adviseIfPresent(method("write", "int"), getClass().getName() + "$WriteByteAdvice");
        binder.adviseIfPresent(method("flush"), getClass().getName() + "$FlushAdvice");
    }

    /** Part of an array. */
    public static final class WriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(@Advice.This Object output, @Advice.Local("stream") ServletStream stream) {
            stream = ServletResponses.writing(output);
            return stream == null ? 0 : System.nanoTime();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.Argument(0) byte[] bytes,
                @Advice.Argument(1) int from,
                @Advice.Argument(2) int length,
                @Advice.Enter long startNanos,
                @Advice.Local("stream") ServletStream stream,
                @Advice.Thrown Throwable failure) {
            if (stream != null) {
                stream.left();
                if (failure == null) {
                    stream.wrote(bytes, from, from + length, startNanos);
                } else {
                    stream.failed(failure, startNanos);
                }
            }
        }
    }

    /** An array. */
    public static final class WriteAllAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(@Advice.This Object output, @Advice.Local("stream") ServletStream stream) {
            stream = ServletResponses.writing(output);
            return stream == null ? 0 : System.nanoTime();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.Argument(0) byte[] bytes,
                @Advice.Enter long startNanos,
                @Advice.Local("stream") ServletStream stream,
                @Advice.Thrown Throwable failure) {
            if (stream != null) {
                stream.left();
                if (failure == null) {
                    stream.wrote(bytes, 0, bytes.length, startNanos);
                } else {
                    stream.failed(failure, startNanos);
                }
            }
        }
    }

    /** A single byte. */
    public static final class WriteByteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Object output, @Advice.Local("stream") ServletStream stream) {
            stream = ServletResponses.writing(output);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.Argument(0) int value,
                @Advice.Local("stream") ServletStream stream,
                @Advice.Thrown Throwable failure) {
            if (stream != null) {
                stream.left();
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
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Object output, @Advice.Local("stream") ServletStream stream) {
            stream = ServletResponses.writing(output);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Local("stream") ServletStream stream, @Advice.Thrown Throwable failure) {
            if (stream != null) {
                stream.left();
                if (failure == null) {
                    stream.flushed();
                } else {
                    stream.failed(failure, 0);
                }
            }
        }
    }
}
