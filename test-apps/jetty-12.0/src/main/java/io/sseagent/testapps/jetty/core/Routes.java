package io.sseagent.testapps.jetty.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** The routes and what each of them streams; parameters and meanings are those of the WAR applications. */
final class Routes extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Fields query = Request.extractQueryParameters(request);
        String path = request.getHttpURI().getPath();
        switch (path) {
            case "/blocking" -> numbered(new EventOutput(response), query, 10);
            case "/forever" ->
                new EventOutput(response)
                        .sendNumbered(Integer.MAX_VALUE, number(query, "size", 32), number(query, "interval", 100));
            case "/truncated" -> truncated(new EventOutput(response), number(query, "events", 2));
            case "/typed" -> typed(new EventOutput(response), query);
            case "/answer" -> answer(request, new EventOutput(response), number(query, "events", 10));
            case "/raw" -> raw(request, response, query);
            case "/plain" -> plain(response);
            case "/fail" -> fail(new EventOutput(response), number(query, "after", 3));
            case "/async" -> {
                async(new EventOutput(response), query, callback);
                return true;
            }
            default -> {
                return false;
            }
        }
        callback.succeeded();
        return true;
    }

    private static void numbered(EventOutput output, Fields query, int events) throws IOException {
        output.sendNumbered(number(query, "events", events), number(query, "size", 32), number(query, "interval", 0));
    }

    /** From another thread, after the handler has returned. */
    private void async(EventOutput output, Fields query, Callback callback) {
        getServer().getThreadPool().execute(() -> {
            try {
                numbered(output, query, 10);
                callback.succeeded();
            } catch (IOException clientGone) {
                callback.failed(clientGone);
            }
        });
    }

    private static void fail(EventOutput output, int after) throws IOException {
        output.sendNumbered(after, 32, 0);
        throw new IllegalStateException("the application fails");
    }

    private static void truncated(EventOutput output, int events) throws IOException {
        output.sendNumbered(events, 32, 0);
        output.send("id: cut\ndata: this event is never finis");
    }

    private static void typed(EventOutput output, Fields query) throws IOException {
        output.send("retry: " + number(query, "retry", 2000) + "\n\n");
        int id = 0;
        for (String type : text(query, "types", "a,b,c").split(",")) {
            id++;
            output.send("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n");
        }
    }

    private static void answer(Request request, EventOutput output, int events) throws IOException {
        Content.Source.asInputStream(request).readAllBytes();
        for (int number = 1; number < events; number++) {
            output.send("data: {\"token\":\"t" + number + "\"}\n\n");
        }
        output.send("data: [DONE]\n\n");
    }

    private static void raw(Request request, Response response, Fields query) throws IOException {
        byte[] bytes = Content.Source.asInputStream(request).readAllBytes();
        int every = number(query, "every", Math.max(1, bytes.length));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, text(query, "type", "text/event-stream"));
        OutputStream output = Content.Sink.asOutputStream(response);
        for (int from = 0; from < bytes.length; from += every) {
            output.write(bytes, from, Math.min(every, bytes.length - from));
        }
    }

    private static void plain(Response response) throws IOException {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 6);
        Content.Sink.asOutputStream(response).write("hello\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Fields query, String name, String absent) {
        String value = query.getValue(name);
        return value == null ? absent : value;
    }

    private static int number(Fields query, String name, int absent) {
        return Integer.parseInt(text(query, name, Integer.toString(absent)));
    }
}
