package io.sseagent.instrumentation.undertow;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.asm.Advice;

/**
 * What closes a connection for its silence, or gives a write up: by a timer, or at the next write. Both know the connection alone;
 * its exchange ends meanwhile, on the same thread.
 */
final class TimeoutInstrumentation extends TypeInstrumentation {
    private static final String CONDUITS = "io.undertow.conduits.";

    private final String typeName;
    private final String[] arguments;
    private final String methodName;
    private final String advice;

    private TimeoutInstrumentation(String typeName, String advice, String methodName, String... arguments) {
        this.typeName = CONDUITS + typeName;
        this.advice = advice;
        this.methodName = methodName;
        this.arguments = arguments;
    }

    static List<TypeInstrumentation> all() {
        return Arrays.<TypeInstrumentation>asList(
                new TimeoutInstrumentation("IdleTimeoutConduit$1", "$SilenceAdvice", "run"),
                new TimeoutInstrumentation("IdleTimeoutConduit", "$SilenceAdvice", "handleIdleTimeout"),
                new TimeoutInstrumentation("ReadTimeoutStreamSourceConduit$1", "$SilenceAdvice", "run"),
                new TimeoutInstrumentation("WriteTimeoutStreamSinkConduit$1", "$GivenUpAdvice", "run"),
                new TimeoutInstrumentation(
                        "WriteTimeoutStreamSinkConduit", "$GivenUpAdvice", "handleWriteTimeout", "long"));
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method(methodName, arguments), getClass().getName() + advice);
    }

    /** Only its reason would be missing. */
    @Override
    public boolean isNeeded() {
        return false;
    }

    /** Neither side has said anything, or the client has not sent what it promised. */
    public static final class SilenceAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static boolean enter() {
            return SseStreams.causeBegins(CloseReason.IDLE_TIMEOUT);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Enter boolean begun) {
            if (begun) {
                SseStreams.causeEnds(CloseReason.IDLE_TIMEOUT);
            }
        }
    }

    /** A write that waited for the client, by a timer or at the next try; or the first one after too long a silence. */
    public static final class GivenUpAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static boolean enter() {
            return SseStreams.causeBegins(CloseReason.WRITE_FAILED);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Enter boolean begun) {
            if (begun) {
                SseStreams.causeEnds(CloseReason.WRITE_FAILED);
            }
        }
    }
}
