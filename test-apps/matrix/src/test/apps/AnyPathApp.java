import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Streams one event at every path; at {@code /writes-on} it writes on and on, whether anybody is there or not, but not for ever. */
public final class AnyPathApp {
    private static final byte[] EVENT = "data: here\n\n".getBytes(StandardCharsets.UTF_8);

    private AnyPathApp() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", AnyPathApp::answer);
        server.createContext("/writes-on", AnyPathApp::writeOn);
        server.createContext("/ends-late", AnyPathApp::writeSlowly);
        server.createContext("/properties", AnyPathApp::properties);
        server.start();
        System.out.println("PORT=" + server.getAddress().getPort());
    }

    private static OutputStream open(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        open(exchange).write(EVENT);
        exchange.close();
    }

    private static void writeOn(HttpExchange exchange) throws IOException {
        OutputStream output = open(exchange);
        for (int failures = 0; failures < 10; ) {
            try {
                output.write(EVENT);
                output.flush();
                Thread.sleep(5);
            } catch (IOException nobodyThere) {
                failures++;
            } catch (InterruptedException stopped) {
                return;
            }
        }
        exchange.close();
    }

    /** An event each 200 ms, for 6 seconds. */
    private static void writeSlowly(HttpExchange exchange) throws IOException {
        OutputStream output = open(exchange);
        try {
            for (int i = 0; i < 30; i++) {
                output.write(EVENT);
                output.flush();
                Thread.sleep(200);
            }
        } catch (InterruptedException stopped) {
            return;
        }
        exchange.close();
    }

    /** The system properties, a line each. */
    private static void properties(HttpExchange exchange) throws IOException {
        StringBuilder lines = new StringBuilder();
        System.getProperties().forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
