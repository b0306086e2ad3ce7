package io.sseagent.tooling;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.library.Response;
import net.bytebuddy.asm.Advice;

/** Advice for the tests' library; read as class files, as those of the modules are. */
final class TestAdvice {
    private static final String PREFIX = TestAdvice.class.getName() + '$';

    private TestAdvice() {}

    static String named(String simpleName) {
        return PREFIX + simpleName;
    }

    public static class Around {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter() {
            SseStreams.serverStopping("enter", true);
            return 41;
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter long entered, @Advice.Thrown Throwable thrown) {
            if (thrown != null) {
                SseStreams.serverStopping("thrown", true);
            } else if (entered == 41) {
                SseStreams.serverStopping("exit", true);
            }
        }
    }

    public static class Counting {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.This Response response, @Advice.Argument(0) byte[] bytes) {
            if (response.contentType() != null) {
                SseStreams.refused(null, bytes.length);
            }
        }
    }

    public static class Second {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("second enter", true);
        }

        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit() {
            SseStreams.serverStopping("second exit", true);
        }
    }

    public static class Failing {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static int enter() {
            return Integer.parseInt(System.getProperty("not.set.by.anybody"));
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Enter int entered) {
            SseStreams.serverStopping(System.getProperty(""), true);
        }
    }

    public static class OutOfMemory {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            Object tooBig = new long[Integer.MAX_VALUE];
            SseStreams.keep(tooBig, null);
        }
    }

    public static class StackOverflow {
        /** Its entry calls {@code toString} of an argument that calls itself. */
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) Object text) {
            SseStreams.serverStopping(String.valueOf(text), true);
        }
    }

    public static class Inaccessible {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Response response) {
            SseStreams.serverStopping(response.reveal(), true);
        }
    }

    public static class WrongArgument {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(7) String none) {
            SseStreams.serverStopping(none, true);
        }
    }
}
