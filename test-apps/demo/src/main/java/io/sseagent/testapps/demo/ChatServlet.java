package io.sseagent.testapps.demo;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** {@code POST /chat/{id}}: an answer in tokens that ends with {@code [DONE]}; a prompt with "fail" in it makes it break off. */
final class ChatServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int TOKENS = 40;
    private static final int TOKENS_BEFORE_FAILURE = 12;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String prompt = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean fails = prompt.contains("fail");
        think(ThreadLocalRandom.current().nextLong(50, 250));
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        PrintWriter writer = response.getWriter();
        for (int token = 1; token <= TOKENS; token++) {
            if (fails && token > TOKENS_BEFORE_FAILURE) {
                throw new IllegalStateException("the model is gone");
            }
            send(writer, "data: {\"token\":\"t" + token + "\"}\n\n");
            think(ThreadLocalRandom.current().nextLong(10, 40));
        }
        send(writer, "data: [DONE]\n\n");
    }

    private static void send(PrintWriter writer, String event) throws IOException {
        writer.write(event);
        // flushes too
        if (writer.checkError()) {
            throw new IOException("client gone");
        }
    }

    private static void think(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("server stops");
        }
    }
}
