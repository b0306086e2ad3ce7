package io.sseagent.testapps.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the chat and reads the whole answer; any thread may. */
final class Prompter {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger chats = new AtomicInteger(1000);
    private final URI server;

    Prompter(URI server) {
        this.server = server;
    }

    /** Throws {@link IOException} when the answer is not what the prompt should give. */
    void ask(String prompt) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/chat/" + chats.incrementAndGet()))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString("{\"prompt\":\"" + prompt + "\"}"))
                .build();
        boolean answered;
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            answered = response.body().endsWith("data: [DONE]\n\n");
        } catch (IOException brokenOff) {
            answered = false;
        }
        if (answered == prompt.equals("fail")) {
            throw new IOException("prompt \"" + prompt + "\" was " + (answered ? "answered" : "not answered"));
        }
    }
}
