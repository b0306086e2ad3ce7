package io.sseagent.testapps.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
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

    static Router of(Vertx vertx) {
        Clock loop = (task, millis) -> {
            if (millis == 0) {
                task.run();
            } else {
                vertx.setTimer(millis, timer -> task.run());
            }
        };
        Clock others = (task, millis) -> OTHER_THREADS.schedule(task, millis, TimeUnit.MILLISECONDS);
        Router router = Router.router(vertx);
        // one that takes everything comes first, as in most applications
        router.route("/*").handler(Routes::answerHead);
        router.get("/blocking").handler(context -> stream(context, loop));
        router.get("/async").handler(context -> others.after(() -> stream(context, others), 0));
        router.get("/forever").handler(context -> forever(context, loop));
        router.get("/channels/:name/events").handler(context -> stream(context, loop));
        Router mounted = Router.router(vertx);
        mounted.get("/orders/:id/events").handler(context -> stream(context, loop));
        router.route("/shop/*").subRouter(mounted);
        router.get("/fail").handler(Routes::fail).failureHandler(Routes::breakOff);
        router.get("/truncated").handler(Routes::truncated);
        router.get("/typed").handler(Routes::typed);
        router.post("/answer").handler(Routes::answer);
        router.post("/raw").handler(Routes::raw);
        router.get("/idle")
                .handler(context -> EventWriter.open(context, EVENT_STREAM).sendNumbered(1, SMALL));
        router.get("/whole")
                .handler(context -> context.response()
                        .putHeader("Content-Type", EVENT_STREAM)
                        .end("data: one\n\ndata: two\n\n"));
        router.get("/plain")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "text/plain; charset=utf-8")
                        .end("hello\n"));
        return router;
    }

    private static void answerHead(RoutingContext context) {
        if (HttpMethod.HEAD.equals(context.request().method())) {
            EventWriter.open(context, EVENT_STREAM).end();
        } else {
            context.next();
        }
    }

    /** Runs a task later, on a thread of its choice. */
    private interface Clock {
        void after(Runnable task, long millis);
    }

    /** {@code ?events=N&size=S&interval=ms}: N events, then the end. */
    private static void stream(RoutingContext context, Clock clock) {
        EventWriter writer = EventWriter.open(context, EVENT_STREAM);
        send(writer, 1, number(context, "events", 10), context, clock);
    }

    private static void forever(RoutingContext context, Clock clock) {
        send(EventWriter.open(context, EVENT_STREAM), 1, Integer.MAX_VALUE, context, clock);
    }

    private static void send(EventWriter writer, int next, int last, RoutingContext context, Clock clock) {
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
                clock.after(() -> send(writer, following, last, context, clock), interval);
                return;
            }
        }
        writer.end();
    }

    private static void fail(RoutingContext context) {
        EventWriter writer = EventWriter.open(context, EVENT_STREAM);
        sendNumbered(writer, number(context, "after", 3));
        throw new IllegalStateException("the application fails");
    }

    private static void breakOff(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.response().reset(2); // INTERNAL_ERROR
        } else {
            context.request().connection().close();
        }
    }

    private static void truncated(RoutingContext context) {
        EventWriter writer = EventWriter.open(context, EVENT_STREAM);
        sendNumbered(writer, number(context, "events", 2));
        writer.send("id: cut\ndata: this event is never finis");
        writer.end();
    }

    private static void sendNumbered(EventWriter writer, int events) {
        for (int number = 1; number <= events; number++) {
            writer.sendNumbered(number, SMALL);
        }
    }

    /** {@code ?types=a,b,c&retry=ms}: one event of each type after one {@code retry:}. */
    private static void typed(RoutingContext context) {
        EventWriter writer = EventWriter.open(context, EVENT_STREAM);
        writer.send("retry: " + number(context, "retry", 2000) + "\n\n");
        int id = 0;
        for (String type : text(context, "types", "a,b,c").split(",")) {
            id++;
            writer.send("event: " + type + "\nid: " + id + "\ndata: " + type + "\n\n");
        }
        writer.end();
    }

    /** N events in answer to a prompt; the last one says {@code [DONE]}. */
    private static void answer(RoutingContext context) {
        context.request().bodyHandler(prompt -> {
            EventWriter writer = EventWriter.open(context, EVENT_STREAM);
            int events = number(context, "events", 10);
            for (int number = 1; number < events; number++) {
                writer.send("data: {\"token\":\"t" + number + "\"}\n\n");
            }
            writer.send("data: [DONE]\n\n");
            writer.end();
        });
    }

    /** The bytes of the request's body, written {@code every} so many. */
    private static void raw(RoutingContext context) {
        context.request().bodyHandler(body -> {
            EventWriter writer = EventWriter.open(context, text(context, "type", EVENT_STREAM));
            int every = number(context, "every", Math.max(1, body.length()));
            for (int from = 0; from < body.length(); from += every) {
                writer.send(Buffer.buffer(body.getBytes(from, Math.min(body.length(), from + every))));
            }
            writer.end();
        });
    }

    private static String text(RoutingContext context, String name, String absent) {
        String given = context.request().getParam(name);
        return given == null ? absent : given;
    }

    private static int number(RoutingContext context, String name, int absent) {
        return Integer.parseInt(text(context, name, Integer.toString(absent)));
    }
}
