package io.sseagent.testapps.ktor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ktor.http.ContentType;
import io.ktor.http.content.OutgoingContent;
import io.ktor.utils.io.ByteChannelCtorKt;
import io.ktor.utils.io.ByteReadChannel;

/** A body of unknown length that is all there when it is read: how Ktor cuts what somebody writes meanwhile depends on time. */
final class Whole extends OutgoingContent.ReadChannelContent {
    private final String type;
    private final byte[] bytes;

    Whole(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    static Whole of(String events) {
        return new Whole(Routes.EVENT_STREAM, events.getBytes(UTF_8));
    }

    @Override
    public ContentType getContentType() {
        return ContentType.Companion.parse(type);
    }

    @Override
    public ByteReadChannel readFrom() {
        return ByteChannelCtorKt.ByteReadChannel(bytes, 0, bytes.length);
    }
}
