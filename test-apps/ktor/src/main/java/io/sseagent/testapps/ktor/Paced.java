package io.sseagent.testapps.ktor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ktor.http.ContentType;
import io.ktor.http.content.OutgoingContent;
import io.ktor.utils.io.ByteWriteChannel;
import io.ktor.utils.io.jvm.javaio.BlockingKt;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kotlin.Unit;
import kotlin.coroutines.Continuation;

/** One event after another, from a thread that may block. */
final class Paced extends OutgoingContent.WriteChannelContent {
    private final int events;
    private final int size;
    private final int intervalMillis;

    Paced(int events, int size, int intervalMillis) {
        this.events = events;
        this.size = size;
        this.intervalMillis = intervalMillis;
    }

    @Override
    public ContentType getContentType() {
        return ContentType.Companion.parse(Routes.EVENT_STREAM);
    }

    @Override
    public Object writeTo(ByteWriteChannel channel, Continuation<? super Unit> continuation) {
        return Elsewhere.invoke(continuation, then -> {
            OutputStream out = BlockingKt.toOutputStream(channel);
            for (int number = 1; number <= events; number++) {
                out.write(Events.one(number, size).getBytes(UTF_8));
                out.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(intervalMillis));
            }
            return Unit.INSTANCE;
        });
    }
}
