package io.sseagent.tooling;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.library.Response;
import net.bytebuddy.asm.Advice;

/** Advice in the forms that taps use, told to the bridge so that two ways to inline it can be compared. */
final class InlinedAdvice {
    private static final String PREFIX = InlinedAdvice.class.getName() + '$';

    private InlinedAdvice() {}

    static String named(String simpleName) {
        return PREFIX + simpleName;
    }

    /** Branches, a loop, a handler and variables of its own, on both sides of the method. */
    public static class Reuse {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(
                @Advice.This Response response,
                @Advice.Argument(1) long times,
                @Advice.Argument(0) Object text,
                @Advice.Local("note") String note,
                @Advice.Local("count") int count) {
            long doubled = times * 2;
            for (int i = 0; i < 3; i++) {
                count += i;
            }
            count++;
            try {
                note = "note of " + Integer.parseInt(text.toString());
            } catch (NumberFormatException word) {
                note = response.contentType();
            }
            return doubled;
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.This Object response,
                @Advice.Argument(0) String text,
                @Advice.Argument(1) long times,
                @Advice.Enter long doubled,
                @Advice.Local("note") String note,
                @Advice.Local("count") int count,
                @Advice.FieldValue("written") int written,
                @Advice.Return String result,
                @Advice.Thrown Throwable failure) {
            double half = times / 2.0;
            String end = failure == null ? result : failure.toString();
            if (half > 100) {
                return;
            }
            SseStreams.serverStopping(
                    text.concat(" ")
                            .concat(String.valueOf(half + doubled))
                            .concat(note)
                            .concat(String.valueOf(count + written))
                            .concat(end)
                            .concat(String.valueOf(response != null)),
                    true);
        }
    }

    /** A static method with wide arguments. */
    public static class Sum {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.Argument(2) Object[] rest,
                @Advice.Argument(1) double factor,
                @Advice.Argument(0) long seed,
                @Advice.Return long sum) {
            long all = seed + sum;
            for (Object one : rest) {
                all += one == null ? 1 : 2;
            }
            SseStreams.refused(null, (int) (all + factor));
        }
    }

    public static class Made {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.This Response response, @Advice.FieldValue("log") StringBuilder log) {
            SseStreams.serverStopping(log.toString().concat(response.contentType()), true);
        }
    }

    /** What an exception that the advice itself throws leaves behind. */
    public static class FailingEntry {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static int enter(@Advice.Argument(0) String text, @Advice.Local("seen") String seen) {
            seen = text;
            return Integer.parseInt(text);
        }

        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.Enter int entered, @Advice.Local("seen") String seen) {
            SseStreams.serverStopping(seen.concat(String.valueOf(entered)), true);
        }
    }

    public static class SkippingMethod {
        @Advice.OnMethodEnter(suppress = Throwable.class, skipOn = Advice.OnNonDefaultValue.class)
        public static boolean enter() {
            return false;
        }
    }

    public static class ThrowingItself {
        @Advice.OnMethodEnter
        public static void enter() {}
    }

    public static class ChangingArgument {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(value = 0, readOnly = false) String text) {
            text = "";
        }
    }

    public static class WritingArgument {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(1) long times) {
            times++;
            SseStreams.refused(null, (int) times);
        }
    }

    public static class InheritedField {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("contentType") String contentType) {
            SseStreams.serverStopping(contentType, true);
        }
    }

    public static class WholeSignature {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.Origin String method) {
            SseStreams.serverStopping(method, true);
        }
    }
}
