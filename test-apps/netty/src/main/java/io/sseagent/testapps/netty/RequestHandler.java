package io.sseagent.testapps.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.nio.charset.Charset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The routes and what each of them streams; parameters and meanings are those of the WAR applications. */
@SuppressWarnings("FutureReturnValueIgnored") // whether a write succeeds makes no difference to what comes next
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool();
    private static final String EVENT_STREAM = "text/event-stream";
    private static final int SMALL = 32;

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        Channel channel = context.channel();
        QueryStringDecoder target = new QueryStringDecoder(request.getUri());
        Query query = new Query(target.parameters());
        String path = target.path();
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            answer(channel, request, HttpResponseStatus.OK, EVENT_STREAM, "");
        } else if (path.equals("/blocking")) {
            stream(channel, request, query);
        } else if (path.equals("/async")) {
            EXECUTOR.execute(() -> stream(channel, request, query));
        } else if (path.equals("/forever")) {
            send(channel, EventWriter.open(channel, request, EVENT_STREAM), 1, Integer.MAX_VALUE, query);
        } else if (path.equals("/fail")) {
            EventWriter writer = EventWriter.open(channel, request, EVENT_STREAM);
            sendNumbered(writer, query.number("after", 3), SMALL);
            throw new IllegalStateException("the application fails");
        } else if (path.equals("/truncated")) {
            EventWriter writer = EventWriter.open(channel, request, EVENT_STREAM);
            sendNumbered(writer, query.number("events", 2), SMALL);
            writer.send("id: cut\ndata: this event is never finis");
            writer.end();
        } else if (path.equals("/typed")) {
            typed(EventWriter.open(channel, request, EVENT_STREAM), query);
        } else if (path.equals("/answer")) {
            prompted(EventWriter.open(channel, request, EVENT_STREAM), query.number("events", 10));
        } else if (path.equals("/held")) {
            HeldResponses.hold(channel, request, query);
        } else if (path.equals("/release")) {
            HeldResponses.release();
            answer(channel, request, HttpResponseStatus.OK, "text/plain", "released\n");
        } else if (path.equals("/raw")) {
            raw(EventWriter.open(channel, request, query.text("type", EVENT_STREAM)), request, query);
        } else if (path.equals("/idle")) {
            idle(channel, request, query);
        } else if (path.equals("/unflushed")) {
            unflushed(channel, request, query);
        } else if (path.equals("/whole")) {
            answer(channel, request, HttpResponseStatus.OK, EVENT_STREAM, "data: one\n\ndata: two\n\n");
        } else if (path.equals("/plain")) {
            answer(channel, request, HttpResponseStatus.OK, "text/plain; charset=utf-8", "hello\n");
        } else {
            answer(channel, request, HttpResponseStatus.NOT_FOUND, "text/plain", "no such path\n");
        }
    }

    /** {@code ?events=N&size=S&interval=ms}: N events, then the end. */
    private static void stream(Channel channel, HttpRequest request, Query query) {
        EventWriter writer = EventWriter.open(channel, request, EVENT_STREAM);
        send(channel, writer, 1, query.number("events", 10), query);
    }

    /** From one event to the next by way of the event loop, if there is an interval. */
    private static void send(Channel channel, EventWriter writer, int next, int last, Query query) {
        int interval = query.number("interval", 0);
        int size = query.number("size", SMALL);
        int number = next;
        while (number <= last) {
            if (!channel.isActive()) {
                return;
            }
            writer.sendNumbered(number++, size);
            if (interval > 0) {
                int following = number;
                channel.eventLoop()
                        .schedule(() -> send(channel, writer, following, last, query), interval, TimeUnit.MILLISECONDS);
                return;
            }
        }
        writer.end();
    }

    private static void sendNumbered(EventWriter writer, int events, int size) {
        for (int number = 1; number <= events; number++) {
            writer.sendNumbered(number, size);
        }
    }

    /** {@code ?types=a,b,c&retry=ms}: one event of each type after one {@code retry:}. */
    private static void typed(EventWriter writer, Query query) {
        writer.send("retry: " + query.number("retry", 2000) + "\n\n");
        int id = 0;
        for (String type : query.text("types", "a,b,c").split(",")) {
            id++;
            writer.send("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n");
        }
        writer.end();
    }

    /** N events in answer to a prompt; the last one says {@code [DONE]}. */
    private static void prompted(EventWriter writer, int events) {
        for (int number = 1; number < events; number++) {
            writer.send("data: {\"token\":\"t" + number + "\"}\n\n");
        }
        writer.send("data: [DONE]\n\n");
        writer.end();
    }

    /** The bytes of the request's body, flushed after each {@code every} of them. */
    private static void raw(EventWriter writer, FullHttpRequest request, Query query) {
        byte[] bytes = new byte[request.content().readableBytes()];
        request.content().readBytes(bytes);
        int every = query.number("every", Math.max(1, bytes.length));
        for (int from = 0; from < bytes.length; from += every) {
            byte[] part = new byte[Math.min(every, bytes.length - from)];
            System.arraycopy(bytes, from, part, 0, part.length);
            writer.send(part);
        }
        writer.end();
    }

    /** {@code ?ms=}: one event, then nothing until a handler closes the connection because of that. */
    private static void idle(Channel channel, HttpRequest request, Query query) {
        channel.pipeline().addFirst(new IdleStateHandler(0, 0, query.number("ms", 100), TimeUnit.MILLISECONDS));
        EventWriter.open(channel, request, EVENT_STREAM).sendNumbered(1, SMALL);
    }

    /** {@code ?ms=}: one event, then another that nobody flushes until a handler closes the connection because of that. */
    private static void unflushed(Channel channel, HttpRequest request, Query query) {
        EventWriter writer = EventWriter.open(channel, request, EVENT_STREAM);
        writer.sendNumbered(1, SMALL);
        channel.pipeline().addFirst(new WriteTimeoutHandler(query.number("ms", 100), TimeUnit.MILLISECONDS));
        writer.leaveUnflushed();
    }

    private static void answer(
            Channel channel, HttpRequest request, HttpResponseStatus status, String type, String text) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(text, Charset.forName("UTF-8")));
        response.headers().set("Content-Type", type);
        response.headers().set("Content-Length", Integer.toString(text.length()));
        ChannelFuture written = channel.writeAndFlush(response);
        if (EventWriter.isLast(request)) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        context.close();
    }
}
