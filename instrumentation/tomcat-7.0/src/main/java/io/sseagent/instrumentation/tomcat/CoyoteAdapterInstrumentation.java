package io.sseagent.instrumentation.tomcat;

import static io.sseagent.tooling.MethodPattern.method;
import static io.sseagent.tooling.MethodPattern.startingWith;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.net.SocketTimeoutException;
import java.nio.channels.InterruptedByTimeoutException;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/** Where the connector hands over a request, and tells an asynchronous one what has happened to it: the evidence for its end. */
final class CoyoteAdapterInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.catalina.connector.CoyoteAdapter";
    }

    /** GlassFish and Payara have a class of this name over Grizzly. */
    @Override
    public String companionName() {
        return "org.apache.coyote.Response";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // the third argument is SocketStatus in 7 and 8.0, SocketEvent since 8.5; the names that matter are the same
        binder.advise(
                startingWith("asyncDispatch", "org.apache.coyote.Request", "org.apache.coyote.Response"),
                getClass().getName() + "$DispatchAdvice");
        binder.advise(
                method("service", "org.apache.coyote.Request", "org.apache.coyote.Response"),
                getClass().getName() + "$ServiceAdvice");
    }

    /** A request is handled, as far as the connector's thread does it. */
    public static final class ServiceAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            StreamWork.requestBegins();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit() {
            StreamWork.requestEnds();
        }
    }

    /**
     * Time-out of the asynchronous request, a broken connection, or the end of the server. A write that a client was too slow for is
     * an error of the connection, too: the server's poller or the write itself has left what happened with the request. It is told
     * here, because this thread may well be faster than the one whose write fails.
     */
    public static final class DispatchAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.Argument(0) Request request,
                @Advice.Argument(1) Response response,
                @Advice.Argument(2) Object status) {
            SseStream stream = (SseStream) response.getNote(CoyoteResponseInstrumentation.STREAM_NOTE);
            if (stream != null) {
                String name = String.valueOf(status);
                if ("TIMEOUT".equals(name)) {
                    stream.evidence(CloseReason.ASYNC_TIMEOUT);
                } else if ("ERROR".equals(name) || "DISCONNECT".equals(name)) {
                    Object failure = request.getAttribute("jakarta.servlet.error.exception");
                    if (failure == null) {
                        failure = request.getAttribute("javax.servlet.error.exception");
                    }
                    // NIO2 has an exception of its own, which is no InterruptedIOException
                    boolean tooSlow = failure instanceof SocketTimeoutException
                            || failure instanceof InterruptedByTimeoutException;
                    stream.evidence(tooSlow ? CloseReason.WRITE_FAILED : CloseReason.CLIENT_CLOSED);
                } else if ("STOP".equals(name)) {
                    stream.evidence(CloseReason.SHUTDOWN);
                }
            }
        }
    }
}
