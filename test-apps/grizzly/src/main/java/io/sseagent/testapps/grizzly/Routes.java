package io.sseagent.testapps.grizzly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.server.ServerConfiguration;

/** The routes and what each of them streams; parameters and meanings are those of the WAR applications. */
final class Routes {
    private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool();

    private Routes() {}

    static void addTo(ServerConfiguration server) {
        server.addHttpHandler(new Route(Routes::blocking), "/blocking");
        server.addHttpHandler(new Route(Routes::async), "/async");
        server.addHttpHandler(new Route(Routes::forever), "/forever");
        server.addHttpHandler(new Route(Routes::fail), "/fail");
        server.addHttpHandler(new Route(Routes::truncated), "/truncated");
        server.addHttpHandler(new Route(Routes::typed), "/typed");
        server.addHttpHandler(new Route(Routes::answer), "/answer");
        server.addHttpHandler(new Route(Routes::timeout), "/timeout");
        server.addHttpHandler(new Route(Routes::closed), "/closed");
        server.addHttpHandler(new Route(RawRoute::raw), "/raw");
        server.addHttpHandler(new Route(RawRoute::bytes), "/bytes");
        server.addHttpHandler(new Route(Routes::plain), "/plain");
    }

    /** {@code ?events=N&size=S&interval=ms&via=writer&flush=0}: N events from the handler's thread, then the end. */
    private static void blocking(Request request, Response response) throws IOException {
        sendNumbered(request, EventOutput.open(request, response));
    }

    /** The same from another thread, after the handler has returned. */
    private static void async(Request request, Response response) {
        EventOutput output = EventOutput.open(request, response);
        response.suspend();
        EXECUTOR.execute(() -> {
            try {
                sendNumbered(request, output);
            } catch (IOException clientGone) {
                // nobody is left to tell
            } finally {
                response.resume();
            }
        });
    }

    private static void sendNumbered(Request request, EventOutput output) throws IOException {
        output.sendNumbered(
                Route.number(request, "events", 10),
                Route.number(request, "size", 32),
                Route.number(request, "interval", 0));
        output.flush();
    }

    /** {@code ?interval=ms&size=S&how=async&patience=ms}: events until the client goes away, or takes nothing for so long. */
    private static void forever(Request request, Response response) throws IOException {
        int patience = Route.number(request, "patience", 0);
        if (patience > 0) {
            // 2.3.0 takes the other one
            request.getContext().getConnection().setReadTimeout(patience, TimeUnit.MILLISECONDS);
            request.getContext().getConnection().setWriteTimeout(patience, TimeUnit.MILLISECONDS);
        }
        EventOutput output = EventOutput.open(request, response);
        int interval = Route.number(request, "interval", 100);
        int size = Route.number(request, "size", 32);
        if (!"async".equals(request.getParameter("how"))) {
            output.sendNumbered(Integer.MAX_VALUE, size, interval);
            return;
        }
        response.suspend();
        EXECUTOR.execute(() -> {
            try {
                output.sendNumbered(Integer.MAX_VALUE, size, interval);
            } catch (IOException clientGone) {
                response.resume();
            }
        });
    }

    /** {@code ?after=N}: N events, then an exception out of the handler. */
    private static void fail(Request request, Response response) throws IOException {
        EventOutput.open(request, response).sendNumbered(Route.number(request, "after", 3), 32, 0);
        throw new IllegalStateException("the application fails");
    }

    /** {@code ?events=N}: N events, then an ordinary end inside one more. */
    private static void truncated(Request request, Response response) throws IOException {
        EventOutput output = EventOutput.open(request, response);
        output.sendNumbered(Route.number(request, "events", 2), 32, 0);
        output.send("id: cut\ndata: this event is never finis");
    }

    /** {@code ?types=a,b,c&retry=ms}: one event of each type after one {@code retry:}. */
    private static void typed(Request request, Response response) throws IOException {
        EventOutput output = EventOutput.open(request, response);
        output.send("retry: " + Route.number(request, "retry", 2000) + "\n\n");
        int id = 0;
        for (String type : Route.text(request, "types", "a,b,c").split(",")) {
            id++;
            output.send("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n");
        }
    }

    /** {@code POST ?events=N}: N events in answer to a prompt; the last one says {@code [DONE]}. */
    private static void answer(Request request, Response response) throws IOException {
        int events = Route.number(request, "events", 10);
        RawRoute.body(request);
        EventOutput output = EventOutput.open(request, response);
        for (int number = 1; number < events; number++) {
            output.send("data: {\"token\":\"t" + number + "\"}\n\n");
        }
        output.send("data: [DONE]\n\n");
    }

    /** {@code ?ms=M&close=0}: one event, then silence until the response's own time-out; the application may hang up then. */
    private static void timeout(Request request, Response response) throws IOException {
        boolean hangsUp = Route.number(request, "close", 0) == 1;
        Connection<?> connection = request.getContext().getConnection();
        response.suspend(
                Route.number(request, "ms", 100), TimeUnit.MILLISECONDS, new EmptyCompletionHandler<Response>() {
                    @Override
                    public void cancelled() {
                        if (hangsUp) {
                            connection.closeSilently();
                        }
                    }
                });
        EventOutput.open(request, response).send(EventOutput.numbered(1, 32));
    }

    /** {@code ?events=N}: N events, and the application finishes the response before its handler returns, as Jersey does. */
    private static void closed(Request request, Response response) throws IOException {
        sendNumbered(request, EventOutput.open(request, response));
        response.finish();
    }

    /** No event stream: a greeting, in text/plain. */
    private static void plain(Request request, Response response) throws IOException {
        byte[] body = "hello\n".getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
