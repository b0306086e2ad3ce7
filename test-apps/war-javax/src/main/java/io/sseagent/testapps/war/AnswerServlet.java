package io.sseagent.testapps.war;

import java.io.IOException;
import java.io.InputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code POST ?events=N&interval=ms&done=1}: a finite answer in tokens, as language models give it. N counts all events; the
 * last one says {@code [DONE]}, or with {@code done=0} it does not.
 */
final class AnswerServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        int events = parameters.number("events", 10);
        int intervalMillis = parameters.number("interval", 0);
        int tokens = parameters.flag("done", true) ? events - 1 : events;
        readPrompt(request.getInputStream());
        EventStream stream = EventStream.open(request, response);
        for (int number = 1; number <= events; number++) {
            stream.send(number <= tokens ? "data: {\"token\":\"t" + number + "\"}\n\n" : "data: [DONE]\n\n");
            Pause.millis(intervalMillis);
        }
    }

    private static void readPrompt(InputStream body) throws IOException {
        byte[] buffer = new byte[4096];
        while (body.read(buffer) >= 0) {
            // the answer does not depend on it
        }
    }
}
