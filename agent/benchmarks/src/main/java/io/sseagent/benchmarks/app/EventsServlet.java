package io.sseagent.benchmarks.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@code ?events=N&flush=true}: N events as fast as the client takes them, then the end. */
final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int WRITERS = 16;

    private final transient ExecutorService writers = Executors.newFixedThreadPool(WRITERS, task -> {
        Thread thread = new Thread(task, "writer");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        int events = Integer.parseInt(request.getParameter("events"));
        boolean flush = Boolean.parseBoolean(request.getParameter("flush"));
        AsyncContext async = openStream(request, response);
        writers.execute(() -> {
            try {
                write(response.getWriter(), events, flush);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                async.complete();
            }
        });
    }

    static AsyncContext openStream(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        return async;
    }

    private static void write(PrintWriter writer, int events, boolean flush) {
        String data = EventText.data(EventText.DEFAULT_BYTES);
        HandMetrics hand = HandMetrics.ofStream("/events");
        for (int i = 0; i < events; i++) {
            writer.write(EventText.of(data));
            if (flush) {
                writer.flush();
            }
            if (hand != null) {
                hand.event();
            }
        }
    }
}
