package io.sseagent.prometheus;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.labels.LabelsConfig;
import io.sseagent.core.stream.AdviceFailureListener;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.EndpointSnapshot;
import io.sseagent.core.stream.StreamModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** Requests of the application's clients, in every part that a client chooses: labels stay bounded and the page readable. */
public final class RequestTarget {
    private static final int ROUTES = 3;
    private static final Pattern ROUTE =
            Pattern.compile("_other_|/app(/feed)?(/\\*)?|/|(/([\\w.:,!$&'()*-]{1,40}|\\{id}))+(/\\*\\*)?");
    private static final int LONGEST_ROUTE = 8 * 41 + 3;
    private static final Pattern SAMPLE =
            Pattern.compile("(# .*|[a-z_]+(\\{([a-z_]+=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\",?)*})? [-+0-9.eEInfNa]+)");
    private static final String[] CONTEXTS = {"", "/app", "/%61pp", "/app;x=1", "//app", "/./app", "/x/../app"};

    private RequestTarget() {}

    /** Two requests, a stream with its bytes, a refusal; then a scrape. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
        StreamModel model = new StreamModel(
                AgentConfig.load("routes.max=" + ROUTES, new Properties(), Map.of())
                        .model(),
                new AgentHealth(),
                Clock.SYSTEM,
                new NoAdvice());
        boolean scrape = data.consumeInt(0, 15) == 0;
        for (int i = 0; i < ROUTES + 1; i++) {
            if (data.consumeBoolean()) {
                model.refused(request(data), data.consumeInt());
            }
            live(model.opened(request(data)), data);
        }
        require(model.tracked() == 0, "tracked " + model.tracked());
        for (EndpointSnapshot endpoint : model.read()) {
            String route = endpoint.key().route();
            require(ROUTE.matcher(route).matches() && route.length() <= LONGEST_ROUTE, "route " + route);
            require(endpoint.active() == 0, "active " + endpoint.active());
        }
        if (scrape) {
            checkPage(model);
        }
    }

    private static StreamRequest request(FuzzedDataProvider data) {
        StreamRequest request = new StreamRequest("tomcat");
        String path = data.consumeString(80);
        request.line(orNull(data, 10), path, orNull(data, 10), orNull(data, 30));
        for (int header = 0; header < StreamRequest.headerCount(); header++) {
            request.header(header, orNull(data, 60));
        }
        switch (data.consumeInt(0, 3)) {
            // a prefix mapping: the rest of the path is the client's
            case 1 -> request.servlet(context(data), "/feed", path, new String[] {"/feed/*"});
            // the default servlet and extension mappings: the servlet's path is the client's
            case 2 -> request.servlet(context(data), path, null, new String[] {"/", "*.do"});
            case 3 -> request.servlet(context(data), "/feed", null, new String[] {"/feed"});
            default -> {
                // no servlet container
            }
        }
        return data.consumeBoolean() ? request.elapsedNanos(data.consumeLong()) : request.pickedUp();
    }

    private static String context(FuzzedDataProvider data) {
        return CONTEXTS[data.consumeInt(0, CONTEXTS.length - 1)];
    }

    private static String orNull(FuzzedDataProvider data, int longest) {
        return data.consumeBoolean() ? data.consumeString(longest) : null;
    }

    private static void live(SseStream stream, FuzzedDataProvider data) {
        byte[] bytes = data.consumeBytes(100);
        stream.wrote(bytes, 0, bytes.length, data.consumeLong());
        stream.flushed();
        stream.close();
    }

    private static void checkPage(StreamModel model) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        MetricsFormat.TEXT.write(
                page, new MetricsReader(model, LabelsConfig.NONE, "1", "17").read(NameFilter.ALL, false));
        for (String line : page.toString(StandardCharsets.UTF_8).split("\n")) {
            require(SAMPLE.matcher(line).matches(), "line " + line);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private static final class NoAdvice implements AdviceFailureListener {
        @Override
        public void firstFailure(String advice, Throwable failure) {}

        @Override
        public void tooManyFailures(String advice) {}
    }
}
