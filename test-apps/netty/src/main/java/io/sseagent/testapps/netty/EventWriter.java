package io.sseagent.testapps.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.Charset;
import java.util.Arrays;

/** The body of one response, written in all the ways that Netty has. Any thread. */
@SuppressWarnings("FutureReturnValueIgnored") // whether a write succeeds makes no difference to what comes next
final class EventWriter {
    private static final Charset UTF_8 = Charset.forName("UTF-8");
    private static final int UNKNOWN_LENGTH = -1;

    private final Channel channel;
    private final boolean closes;
    private int parts;

    private EventWriter(Channel channel, boolean closes) {
        this.channel = channel;
        this.closes = closes;
    }

    /** Sends the head of a response, chunked if the client knows that. */
    static EventWriter open(Channel channel, HttpRequest request, String type) {
        return open(channel, request, type, UNKNOWN_LENGTH);
    }

    /** As before for a body whose length is known, unless that is negative. */
    static EventWriter open(Channel channel, HttpRequest request, String type, int lengthBytes) {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers().set("Content-Type", type);
        if (lengthBytes >= 0) {
            response.headers().set("Content-Length", Integer.toString(lengthBytes));
        } else if (request.getProtocolVersion().equals(HttpVersion.HTTP_1_1)) {
            response.headers().set("Transfer-Encoding", "chunked");
        }
        channel.writeAndFlush(response);
        return new EventWriter(channel, isLast(request));
    }

    /** Whether the connection ends with the answer. */
    static boolean isLast(HttpRequest request) {
        return !request.getProtocolVersion().equals(HttpVersion.HTTP_1_1)
                || "close".equalsIgnoreCase(request.headers().get("Connection"));
    }

    /** One event whose data starts with its number and has {@code size} characters, or as many as the number needs. */
    void sendNumbered(int number, int size) {
        String start = Integer.toString(number);
        char[] padding = new char[Math.max(0, size - start.length())];
        Arrays.fill(padding, '.');
        send("id: " + start + "\ndata: " + start + new String(padding) + "\n\n");
    }

    void send(String text) {
        send(text.getBytes(UTF_8));
    }

    /** In turn: an array, direct memory, several pieces as one, the middle of an array; as content and as it is. */
    void send(byte[] bytes) {
        ByteBuf buffer;
        switch (parts % 4) {
            case 0:
                buffer = Unpooled.wrappedBuffer(bytes);
                break;
            case 1:
                buffer = channel.alloc().directBuffer(bytes.length).writeBytes(bytes);
                break;
            case 2:
                buffer = pieces(bytes);
                break;
            default:
                buffer =
                        Unpooled.copiedBuffer("before", UTF_8).writeBytes(bytes).skipBytes("before".length());
                break;
        }
        channel.writeAndFlush(parts / 4 % 2 == 0 ? buffer : new DefaultHttpContent(buffer));
        parts++;
    }

    private ByteBuf pieces(byte[] bytes) {
        int middle = bytes.length / 2;
        CompositeByteBuf pieces = channel.alloc().compositeBuffer();
        pieces.addComponent(channel.alloc().directBuffer().writeBytes(bytes, 0, middle));
        pieces.addComponent(Unpooled.copiedBuffer(bytes, middle, bytes.length - middle));
        pieces.writerIndex(bytes.length);
        return pieces;
    }

    /** One more event, which stays where it is until somebody flushes. */
    void leaveUnflushed() {
        channel.write(new DefaultHttpContent(Unpooled.copiedBuffer("data: unflushed\n\n", UTF_8)));
    }

    void end() {
        ChannelFuture written = channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        if (closes) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }
}
