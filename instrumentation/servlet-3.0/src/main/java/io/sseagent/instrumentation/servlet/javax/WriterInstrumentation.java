package io.sseagent.instrumentation.servlet.javax;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.ServletResponses;
import io.sseagent.bootstrap.ServletStream;
import io.sseagent.tooling.AdviceBinder;
import net.bytebuddy.asm.Advice;

/**
 * What {@code getWriter()} has returned, {@code java.io.PrintWriter} included. An event stream is UTF-8 by its standard, so that
 * its characters tell its bytes; a failure is kept to itself by a writer, and seen if the stream below is known.
 */
final class WriterInstrumentation extends MetType {

    WriterInstrumentation(String typeName) {
        super(typeName);
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.adviseIfPresent(
                method("write", "java.lang.String", "int", "int"), getClass().getName() + "$TextAdvice");
        binder.adviseIfPresent(
                method("write", "char[]", "int", "int"), getClass().getName() + "$CharsAdvice");
        binder.adviseIfPresent(method("write", "int"), getClass().getName() + "$CharAdvice");
        binder.adviseIfPresent(method("println"), getClass().getName() + "$LineAdvice");
        String output = getClass().getPackage().getName() + ".OutputInstrumentation";
        binder.adviseIfPresent(method("flush"), output + "$FlushAdvice");
    }

    /** Part of a string. */
    public static final class TextAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(@Advice.This Object writer, @Advice.Local("stream") ServletStream stream) {
            stream = ServletResponses.writing(writer);
            return stream == null ? 0 : System.nanoTime();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.Argument(0) String text,
                @Advice.Argument(1) int from,
                @Advice.Argument(2) int length,
                @Advice.Enter long startNanos,
                @Advice.Local("stream") ServletStream stream,
                @Advice.Thrown Throwable failure) {
            if (stream != null) {
                stream.left();
                if (failure == null) {
                    stream.wroteText(text, from, from + length, startNanos);
                }
            }
        }
    }

    /** Part of an array. */
    public static final class CharsAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(@Advice.This Object writer, @Advice.Local("stream") ServletStream stream) {
            stream = ServletResponses.writing(writer);
            return stream == null ? 0 : System.nanoTime();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.Argument(0) char[] text,
                @Advice.Argument(1) int from,
                @Advice.Argument(2) int length,
                @Advice.Enter long startNanos,
                @Advice.Local("stream") ServletStream stream,
                @Advice.Thrown Throwable failure) {
            if (stream != null) {
                stream.left();
                if (failure == null) {
                    stream.wroteText(text, from, from + length, startNanos);
                }
            }
        }
    }

    /** A single character. */
    public static final class CharAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Object writer, @Advice.Local("stream") ServletStream stream) {
            stream = ServletResponses.writing(writer);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.Argument(0) int character,
                @Advice.Local("stream") ServletStream stream,
                @Advice.Thrown Throwable failure) {
            if (stream != null) {
                stream.left();
                if (failure == null) {
                    stream.wroteChar(character, 0);
                }
            }
        }
    }

    /** The end of a line, which {@code PrintWriter} writes past its own methods. */
    public static final class LineAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Object writer, @Advice.Local("stream") ServletStream stream) {
            stream = ServletResponses.writing(writer);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Local("stream") ServletStream stream, @Advice.Thrown Throwable failure) {
            if (stream != null) {
                stream.left();
                if (failure == null) {
                    String line = System.lineSeparator();
                    stream.wroteText(line, 0, line.length(), 0);
                }
            }
        }
    }
}
