package io.sseagent.benchmarks.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** A stream that stays open after its first event. */
final class HoldServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient HeldStreams held;

    HoldServlet(HeldStreams held) {
        this.held = held;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventsServlet.openStream(request, response);
        PrintWriter writer = response.getWriter();
        HandMetrics hand = HandMetrics.ofStream("/hold");
        HeldStreams.HeldStream stream = event -> {
            writer.write(event);
            writer.flush();
            if (hand != null) {
                hand.event();
            }
        };
        stream.send(EventText.ofBytes(EventText.DEFAULT_BYTES));
        held.add(stream);
    }
}
