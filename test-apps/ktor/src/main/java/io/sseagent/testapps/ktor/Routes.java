package io.sseagent.testapps.ktor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ktor.http.ContentType;
import io.ktor.http.content.ByteArrayContent;
import io.ktor.server.application.Application;
import io.ktor.server.application.ApplicationPluginKt;
import io.ktor.server.routing.Route;
import io.ktor.server.routing.RoutingBuilderKt;
import io.ktor.server.routing.RoutingCall;
import io.ktor.server.routing.RoutingRootKt;
import io.ktor.server.sse.RoutingKt;
import io.ktor.server.sse.SSEKt;
import io.ktor.sse.ServerSentEvent;
import java.util.function.BiFunction;
import java.util.function.Function;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;

/** The routes and what each of them streams; parameters and meanings are those of the WAR applications. */
final class Routes {
    static final String EVENT_STREAM = "text/event-stream";

    private Routes() {}

    /** Since Ktor 3.5 a module may suspend. */
    static Object install(Application application, Continuation<? super Unit> continuation) {
        return install(application);
    }

    static Unit install(Application application) {
        ApplicationPluginKt.install(application, SSEKt.getSSE(), none -> Unit.INSTANCE);
        RoutingRootKt.routing(application, routing -> {
            streams(routing);
            sessions(routing);
            others(routing);
            return Unit.INSTANCE;
        });
        return Unit.INSTANCE;
    }

    private static void streams(Route routes) {
        get(routes, "/blocking", call -> numbered(call, number(call, "events", 10)));
        RoutingBuilderKt.get(routes, "/async", (context, continuation) -> {
            RoutingCall call = context.getCall();
            Object content = numbered(call, number(call, "events", 10));
            return Elsewhere.invoke(continuation, then -> call.respond(content, null, then));
        });
        get(routes, "/forever", call -> numbered(call, Integer.MAX_VALUE));
        get(routes, "/fail", call -> new Failing(call, number(call, "after", 3)));
        get(routes, "/truncated", call -> {
            String whole = Events.numbered(number(call, "events", 2), Events.SMALL);
            return Whole.of(whole + "id: cut\ndata: this event is never finis");
        });
        get(
                routes,
                "/typed",
                call -> Whole.of(Events.typed(text(call, "types", "a,b,c"), number(call, "retry", 2000))));
    }

    /** Of Ktor's plugin: one event each, after which the first ends. */
    private static void sessions(Route routes) {
        RoutingKt.sse(
                routes,
                "/channels/{name}/events",
                (session, continuation) ->
                        session.send(event(session.getCall().getParameters().get("name")), continuation));
        RoutingKt.sse(routes, "/idle", (session, continuation) -> {
            session.send(event("1"), new Ignored(continuation.getContext()));
            return IntrinsicsKt.getCOROUTINE_SUSPENDED();
        });
        RoutingKt.sse(routes, "/unflushed", (session, continuation) -> {
            RoutingCall call = (RoutingCall) session.getCall();
            session.send(event("1"), new Ignored(continuation.getContext()));
            Unflushed.after(call, number(call, "ms", 10));
            return IntrinsicsKt.getCOROUTINE_SUSPENDED();
        });
    }

    private static ServerSentEvent event(String data) {
        return new ServerSentEvent(data, null, "1", null, null);
    }

    private static void others(Route routes) {
        post(routes, "/answer", (call, prompt) -> Whole.of(Events.answer(number(call, "events", 10))));
        post(routes, "/raw", (call, body) -> new Whole(text(call, "type", EVENT_STREAM), body));
        get(routes, "/whole", call -> content(EVENT_STREAM, "data: one\n\ndata: two\n\n"));
        get(routes, "/plain", call -> content("text/plain", "hello\n"));
    }

    private static void get(Route routes, String path, Function<RoutingCall, Object> answer) {
        RoutingBuilderKt.get(
                routes,
                path,
                (context, continuation) ->
                        context.getCall().respond(answer.apply(context.getCall()), null, continuation));
    }

    private static void post(Route routes, String path, BiFunction<RoutingCall, byte[], Object> answer) {
        RoutingBuilderKt.post(
                routes,
                path,
                (context, continuation) -> Received.answer(
                        context.getCall(), body -> answer.apply(context.getCall(), body), continuation));
    }

    /** {@code ?size=S&interval=ms}: without an interval all at once. */
    private static Object numbered(RoutingCall call, int events) {
        int size = number(call, "size", Events.SMALL);
        int intervalMillis = number(call, "interval", 0);
        return intervalMillis > 0 ? new Paced(events, size, intervalMillis) : Whole.of(Events.numbered(events, size));
    }

    private static Object content(String type, String text) {
        return new ByteArrayContent(text.getBytes(UTF_8), ContentType.Companion.parse(type), null);
    }

    private static String text(RoutingCall call, String name, String absent) {
        String given = call.getRequest().getQueryParameters().get(name);
        return given == null ? absent : given;
    }

    private static int number(RoutingCall call, String name, int absent) {
        return Integer.parseInt(text(call, name, Integer.toString(absent)));
    }
}
