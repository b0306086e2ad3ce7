package io.sseagent.testapps.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;

/** Serves on the port given, or a free one, on the loopback; prints {@code PORT=} when it answers. Ends with the JVM. */
public final class Application {
    private static final int LARGEST_BODY_BYTES = 16 << 20;

    private Application() {}

    /** The first argument is the port. */
    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        Channel listening = new ServerBootstrap()
                .group(new NioEventLoopGroup(1), new NioEventLoopGroup(2))
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(LARGEST_BODY_BYTES),
                                        new RequestHandler());
                    }
                })
                .bind("127.0.0.1", port)
                .sync()
                .channel();
        System.out.println("PORT=" + ((InetSocketAddress) listening.localAddress()).getPort());
        System.out.flush();
        listening.closeFuture().sync();
    }
}
