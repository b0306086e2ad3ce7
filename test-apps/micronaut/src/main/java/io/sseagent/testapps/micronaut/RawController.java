package io.sseagent.testapps.micronaut;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Answers to a POST, responses that are one message, and answers that are no event stream. */
@Controller
public class RawController {

    /** N events in answer to a prompt; the last one says {@code [DONE]}. */
    @Post("/answer")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.TEXT_EVENT_STREAM)
    public Publisher<byte[]> answer(@QueryValue(defaultValue = "10") int events, @Nullable @Body String prompt) {
        return Flux.range(1, events)
                .map(number -> number < events ? "{\"token\":\"t" + number + "\"}" : "[DONE]")
                .map(data -> Numbered.bytes("data: " + data + "\n\n"));
    }

    /** The bytes of the request's body, written {@code every} so many. */
    @Post("/raw")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    public HttpResponse<Publisher<byte[]>> raw(
            @QueryValue(defaultValue = "0") int every,
            @QueryValue(defaultValue = "text/event-stream") String type,
            @Body byte[] body) {
        int piece = every > 0 ? every : Math.max(1, body.length);
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < body.length; from += piece) {
            pieces.add(Arrays.copyOfRange(body, from, Math.min(body.length, from + piece)));
        }
        return HttpResponse.<Publisher<byte[]>>ok(Flux.fromIterable(pieces)).contentType(type);
    }

    /** Head, body and end in one message. */
    @Get("/whole")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    public byte[] whole() {
        return Numbered.bytes("data: one\n\ndata: two\n\n");
    }

    /** No event stream: a greeting, in text/plain whatever was asked for. */
    @Get("/plain")
    @Produces(MediaType.ALL)
    public HttpResponse<String> plain() {
        return HttpResponse.ok("hello\n").contentType(MediaType.TEXT_PLAIN_TYPE);
    }
}
