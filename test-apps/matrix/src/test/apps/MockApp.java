import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Calls a servlet with spring-test's mocks: at {@code /mock} on a thread of its own, as a unit test would, and at {@code /inside} on
 * the thread of a server that has a tap, with a response of another class, which that server sends.
 */
public final class MockApp {
    private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool();
    private static final Events SERVLET = new Events();

    private MockApp() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(EXECUTOR);
        server.createContext("/mock", MockApp::mock);
        server.createContext("/inside", MockApp::inside);
        server.start();
        System.out.println("PORT=" + server.getAddress().getPort());
    }

    private static void mock(HttpExchange exchange) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            EXECUTOR.submit(() -> serve(exchange, response)).get();
        } catch (Exception failure) {
            throw new IOException(failure);
        }
        answer(exchange, "text/plain", response);
    }

    private static void inside(HttpExchange exchange) throws IOException {
        MockHttpServletResponse response = new InsideResponse();
        serve(exchange, response);
        answer(exchange, "text/event-stream", response);
    }

    private static Void serve(HttpExchange exchange, MockHttpServletResponse response) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", exchange.getRequestURI().getPath());
        request.setQueryString(exchange.getRequestURI().getQuery());
        try {
            SERVLET.service(request, response);
        } catch (jakarta.servlet.ServletException failure) {
            throw new IOException(failure);
        }
        return null;
    }

    private static void answer(HttpExchange exchange, String type, MockHttpServletResponse response) throws IOException {
        byte[] body = response.getContentAsByteArray();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static final class InsideResponse extends MockHttpServletResponse {}

    /** Three events, written in one of the ways that there are. */
    private static final class Events extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("UTF-8");
            for (int i = 0; i < 3; i++) {
                if ("println".equals(request.getQueryString())) {
                    PrintWriter writer = response.getWriter();
                    writer.println("data: \u00e4\u20ac\ud83d\ude00");
                    writer.println();
                } else if ("writer".equals(request.getQueryString())) {
                    response.getWriter().append("data: ").append('x').write("\n\n".toCharArray());
                } else {
                    response.getOutputStream().print("data: 1\n");
                    response.getOutputStream().write('\n');
                }
                response.flushBuffer();
            }
        }
    }
}
