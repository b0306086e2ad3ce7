package io.sseagent.testapps.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The addresses. */
final class Routes {
    /** Javalin 3 cannot end a response before its handler has returned. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    private Routes() {}

    static void add(RoutesConfig routes) {
        // handlers of every address as well
        routes.before(context -> context.header("X-Before", "1"));
        routes.after(context -> context.header("X-After", "1"));
        routes.get("/plain", context -> context.result("plain"));
        routes.get("/blocking", context -> write(context, number(context, "events"), 0));
        routes.get("/forever", context -> write(context, Integer.MAX_VALUE, number(context, "interval")));
        routes.sse("/channels/{name}/events", client -> {
            client.keepAlive();
            client.sendEvent("only");
            LATER.execute(() -> client.close());
        });
    }

    private static int number(Context context, String parameter) {
        String text = context.queryParam(parameter);
        return text == null ? 10 : Integer.parseInt(text);
    }

    private static void write(Context context, int events, int intervalMillis)
            throws IOException, InterruptedException {
        context.contentType("text/event-stream");
        OutputStream output = context.res().getOutputStream();
        for (int i = 0; i < events; i++) {
            output.write(("data: " + i + "\n\n").getBytes(UTF_8));
            output.flush();
            Thread.sleep(intervalMillis);
        }
    }
}
