package io.sseagent.testapps.armeria;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The routes and what each of them streams; parameters and meanings are those of the WAR applications. */
@SuppressWarnings("FutureReturnValueIgnored") // what is scheduled looks after itself
final class Routes {
    private static final ScheduledExecutorService OTHER_THREADS = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "application");
        thread.setDaemon(true);
        return thread;
    });
    private static final String EVENT_STREAM = "text/event-stream";
    private static final int SMALL = 32;

    private Routes() {}

    static ServerBuilder of(ServerBuilder server) {
        return server.service("/blocking", unlessHead((context, request) -> stream(context, context.eventLoop())))
                .service("/async", unlessHead((context, request) -> stream(context, OTHER_THREADS)))
                .service("/forever", unlessHead((context, request) -> {
                    EventWriter writer = new EventWriter(EVENT_STREAM);
                    send(writer, 1, Integer.MAX_VALUE, context, context.eventLoop());
                    return writer.response();
                }))
                .service("/channels/{name}/events", (context, request) -> stream(context, context.eventLoop()))
                .service("/fail", (context, request) -> {
                    EventWriter writer = numbered(number(context, "after", 3));
                    writer.fail();
                    return writer.response();
                })
                .service("/truncated", (context, request) -> {
                    EventWriter writer = numbered(number(context, "events", 2));
                    writer.send("id: cut\ndata: this event is never finis");
                    writer.end();
                    return writer.response();
                })
                .service("/typed", (context, request) -> typed(context))
                .service("/answer", Routes::answer)
                .service("/raw", Routes::raw)
                .service("/idle", (context, request) -> numbered(1).response())
                .service(
                        "/whole",
                        (context, request) ->
                                HttpResponse.of(HttpStatus.OK, MediaType.EVENT_STREAM, "data: one\n\ndata: two\n\n"))
                .service("/plain", (context, request) -> HttpResponse.of("hello\n"));
    }

    private static HttpService unlessHead(HttpService service) {
        return (context, request) -> request.method() == HttpMethod.HEAD
                ? HttpResponse.of(ResponseHeaders.of(HttpStatus.OK, "content-type", EVENT_STREAM))
                : service.serve(context, request);
    }

    /** {@code ?events=N&size=S&interval=ms}: N events, then the end. */
    private static HttpResponse stream(ServiceRequestContext context, ScheduledExecutorService threads) {
        EventWriter writer = new EventWriter(EVENT_STREAM);
        int events = number(context, "events", 10);
        threads.execute(() -> send(writer, 1, events, context, threads));
        return writer.response();
    }

    private static void send(
            EventWriter writer, int next, int last, ServiceRequestContext context, ScheduledExecutorService threads) {
        int interval = number(context, "interval", 0);
        int size = number(context, "size", SMALL);
        int number = next;
        while (number <= last) {
            if (writer.isClosed()) {
                return;
            }
            writer.sendNumbered(number++, size);
            if (interval > 0) {
                int following = number;
                threads.schedule(
                        () -> send(writer, following, last, context, threads), interval, TimeUnit.MILLISECONDS);
                return;
            }
        }
        writer.end();
    }

    private static EventWriter numbered(int events) {
        EventWriter writer = new EventWriter(EVENT_STREAM);
        for (int number = 1; number <= events; number++) {
            writer.sendNumbered(number, SMALL);
        }
        return writer;
    }

    /** {@code ?types=a,b,c&retry=ms}: one event of each type after one {@code retry:}. */
    private static HttpResponse typed(ServiceRequestContext context) {
        EventWriter writer = new EventWriter(EVENT_STREAM);
        writer.send("retry: " + number(context, "retry", 2000) + "\n\n");
        int id = 0;
        for (String type : context.queryParam("types") == null
                ? new String[] {"a", "b", "c"}
                : context.queryParam("types").split(",")) {
            id++;
            writer.send("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n");
        }
        writer.end();
        return writer.response();
    }

    /** N events in answer to a prompt; the last one says {@code [DONE]}. */
    private static HttpResponse answer(ServiceRequestContext context, HttpRequest request) {
        EventWriter writer = new EventWriter(EVENT_STREAM);
        request.aggregate().thenAccept(prompt -> {
            int events = number(context, "events", 10);
            for (int number = 1; number < events; number++) {
                writer.send("data: {\"token\":\"t" + number + "\"}\n\n");
            }
            writer.send("data: [DONE]\n\n");
            writer.end();
        });
        return writer.response();
    }

    /** The bytes of the request's body, written {@code every} so many. */
    private static HttpResponse raw(ServiceRequestContext context, HttpRequest request) {
        String type = context.queryParam("type");
        EventWriter writer = new EventWriter(type == null ? EVENT_STREAM : type);
        request.aggregate().thenAccept(whole -> {
            byte[] body = whole.content().array();
            int every = number(context, "every", Math.max(1, body.length));
            for (int from = 0; from < body.length; from += every) {
                writer.send(HttpData.wrap(Arrays.copyOfRange(body, from, Math.min(body.length, from + every))));
            }
            writer.end();
        });
        return writer.response();
    }

    private static int number(ServiceRequestContext context, String name, int absent) {
        String given = context.queryParam(name);
        return given == null ? absent : Integer.parseInt(given);
    }
}
