package io.sseagent.testapps.ktor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ktor.http.ContentType;
import io.ktor.http.content.OutgoingContent;
import io.ktor.server.netty.NettyApplicationCall;
import io.ktor.server.routing.RoutingCall;
import io.ktor.utils.io.ByteWriteChannel;
import io.ktor.utils.io.jvm.javaio.BlockingKt;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kotlin.Unit;
import kotlin.coroutines.Continuation;

/** Some events, then the application breaks the response off: what Ktor itself does then depends on its version and on time. */
final class Failing extends OutgoingContent.WriteChannelContent {
    private static final long FLUSHED_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final RoutingCall call;
    private final int events;

    Failing(RoutingCall call, int events) {
        this.call = call;
        this.events = events;
    }

    @Override
    public ContentType getContentType() {
        return ContentType.Companion.parse(Routes.EVENT_STREAM);
    }

    @Override
    public Object writeTo(ByteWriteChannel channel, Continuation<? super Unit> continuation) {
        return Elsewhere.invoke(continuation, then -> {
            OutputStream out = BlockingKt.toOutputStream(channel);
            out.write(Events.numbered(events, Events.SMALL).getBytes(UTF_8));
            out.flush();
            // what has not left yet would not leave any more
            LockSupport.parkNanos(FLUSHED_NANOS);
            ((NettyApplicationCall) call.getPipelineCall().getEngineCall())
                    .getContext()
                    .close()
                    .syncUninterruptibly();
            throw new IllegalStateException("the application fails");
        });
    }
}
