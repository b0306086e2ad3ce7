package io.sseagent.testapps.undertow;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.protocol.http2.Http2UpgradeHandler;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.xnio.Options;

/**
 * Serves on the port given, or a free one, on the loopback; prints {@code PORT=} when it answers. HTTP/1.1 and HTTP/2 by upgrade.
 * {@code -Dapp.war} adds a WAR application below {@code /app}; {@code -Dapp.idle.millis} and {@code -Dapp.write.millis} are the
 * server's time-outs; {@code -Dapp.keystore} (PKCS12, password {@code password}) adds {@code HTTPS=}, with HTTP/2 by ALPN. Goes on after {@code /stop}, without the server.
 */
public final class Application {
    private static final long LARGEST_BODY_BYTES = 16 << 20;

    private Application() {}

    /** The first argument is the port. */
    public static void main(String[] arguments) throws Exception {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : freePort();
        CountDownLatch stop = new CountDownLatch(1);
        PathHandler routes = Handlers.path();
        Routes.addTo(routes, stop);
        String war = System.getProperty("app.war");
        if (war != null) {
            routes.addPrefixPath("/app", WarDeployment.of(new File(war)));
        }
        Undertow.Builder builder = Undertow.builder()
                .setIoThreads(2)
                .setWorkerThreads(32)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_BODY_BYTES)
                .setSocketOption(Options.WRITE_TIMEOUT, Integer.getInteger("app.write.millis", 60_000))
                .addHttpListener(port, "127.0.0.1")
                .setHandler(new Http2UpgradeHandler(routes));
        Integer idleMillis = Integer.getInteger("app.idle.millis");
        if (idleMillis != null) {
            builder.setServerOption(UndertowOptions.IDLE_TIMEOUT, idleMillis);
        }
        String keystore = System.getProperty("app.keystore");
        if (keystore != null) {
            int httpsPort = freePort();
            builder.addHttpsListener(httpsPort, "127.0.0.1", tls(keystore));
            System.out.println("HTTPS=" + httpsPort);
        }
        Undertow server = builder.build();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        System.out.println("PORT=" + port);
        System.out.flush();
        stop.await();
        server.stop();
        System.out.println("STOPPED");
        System.out.flush();
        Thread.currentThread().join();
    }

    private static SSLContext tls(String keystore) throws GeneralSecurityException, IOException {
        char[] password = "password".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(keystore)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** Undertow 1.4 does not tell the port that it took. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
