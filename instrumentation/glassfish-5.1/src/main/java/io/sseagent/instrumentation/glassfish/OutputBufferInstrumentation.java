package io.sseagent.instrumentation.glassfish;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.ServletMappings;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.glassfish.grizzly.http.io.OutputBuffer;

/** The container's own output, which Grizzly's calls on its way to the commit. */
final class OutputBufferInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.catalina.connector.OutputBuffer";
    }

    @Override
    public String companionName() {
        return GlassFishInstrumentationModule.GRIZZLY;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("addSessionCookies"), getClass().getName() + "$CommitAdvice");
    }

    /** The last moment at which the headers may change. An error page is not what was asked for. */
    public static final class CommitAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.FieldValue("response") Response response,
                @Advice.FieldValue("grizzlyOutputBuffer") OutputBuffer output) {
            Object asked = SseStreams.isActive() ? response.getRequest() : null;
            if (!(asked instanceof Request)) {
                return;
            }
            Request request = (Request) asked;
            if (!SseStreams.isEventStream(response.getCoyoteResponse().getContentType())
                    && !SseStreams.asksForEventStream(request.getHeader("Accept"))) {
                return;
            }
            if (request.getWrapper() != null
                    && !"HEAD".equals(request.getMethod())
                    && request.getAttribute("javax.servlet.error.request_uri") == null
                    && request.getAttribute("jakarta.servlet.error.request_uri") == null) {
                ServletMappings.keep(
                        output,
                        request.getContextPath(),
                        request.getServletPath(),
                        request.getPathInfo(),
                        request.getWrapper().findMappings());
            }
        }
    }
}
