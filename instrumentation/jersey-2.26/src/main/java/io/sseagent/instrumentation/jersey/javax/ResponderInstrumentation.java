package io.sseagent.instrumentation.jersey.javax;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import net.bytebuddy.asm.Advice;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/** Where every response is written, by the thread of the request or by one that has resumed it. */
final class ResponderInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.glassfish.jersey.server.ServerRuntime$Responder";
    }

    /** Jersey 3 has classes of the same names. */
    @Override
    public String companionName() {
        return "javax.ws.rs.core.MediaType";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("writeResponse", "org.glassfish.jersey.server.ContainerResponse"),
                getClass().getName() + "$WriteResponseAdvice");
    }

    /** One that is chunked is continued by whoever sends its events. */
    public static final class WriteResponseAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static boolean enter(@Advice.Argument(0) ContainerResponse response) {
            MediaType type = SseStreams.isActive() ? response.getMediaType() : null;
            if (type == null || !"event-stream".equalsIgnoreCase(type.getSubtype())) {
                return false;
            }
            UriInfo uri = response.getRequestContext().getUriInfo();
            if (!(uri instanceof ExtendedUriInfo)) {
                return false;
            }
            StringBuilder template = new StringBuilder();
            // the last that was matched is the first of them
            for (UriTemplate part : ((ExtendedUriInfo) uri).getMatchedTemplates()) {
                FrameworkRoutes.prepend(template, part.getTemplate());
            }
            String base = uri.getBaseUri().getPath();
            if (response.isChunked()) {
                FrameworkRoutes.keep(response.getEntity(), base, template.toString());
            }
            return FrameworkRoutes.begins(base, template);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Enter boolean begun) {
            if (begun) {
                FrameworkRoutes.ends();
            }
        }
    }
}
