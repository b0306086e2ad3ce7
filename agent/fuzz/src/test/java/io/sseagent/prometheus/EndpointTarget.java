package io.sseagent.prometheus;

import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.AgentSwitch;
import io.sseagent.core.health.DisabledBy;
import io.sseagent.core.labels.LabelsConfig;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import io.sseagent.core.stream.AdviceFailureListener;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Any bytes that a client of the endpoint may send: it gets what it may have, or one fixed line that tells nothing. */
public final class EndpointTarget {
    private static final String TOKEN = "0123456789abcdef-token";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) [A-Z][A-Za-z ]+");
    private static final Set<String> HEADERS = Set.of(
            "Content-Type",
            "Content-Length",
            "Content-Encoding",
            "WWW-Authenticate",
            "Retry-After",
            "Allow",
            "Cache-Control",
            "X-Content-Type-Options",
            "Vary",
            "Connection");
    private static final Pattern LINE = Pattern.compile("[A-Z][A-Za-z0-9 ,;./-]{0,80}\n");

    private static StreamModel model;
    private static AgentSwitch agentSwitch;
    private static EndpointHandler open;
    private static EndpointHandler closed;
    private static InetAddress local;
    private static InetAddress remote;

    private EndpointTarget() {}

    /** Called once by the fuzzer. */
    public static void fuzzerInitialize() throws Exception {
        AgentHealth health = new AgentHealth();
        AgentLog log = AgentLog.toStandardError(LogLevel.OFF);
        model = new StreamModel(
                AgentConfig.load(null, new Properties(), Map.of()).model(), health, Clock.SYSTEM, new NoAdvice());
        agentSwitch = new AgentSwitch(model, health, log);
        local = InetAddress.getLoopbackAddress();
        remote = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        Path token = Files.createTempFile("sse-agent-fuzz", ".token");
        token.toFile().deleteOnExit();
        Files.writeString(token, TOKEN);
        MetricsReader reader = new MetricsReader(model, LabelsConfig.NONE, "1.2.3", "17.0.1");
        ScrapeHandler scrapes = new ScrapeHandler(reader, health, new BodyMemory());
        CardinalityHandler cardinality = new CardinalityHandler(reader, health);
        SwitchHandler switches = new SwitchHandler(agentSwitch);
        open = new EndpointHandler(
                new AccessRules(Credentials.NONE, health), "/metrics", scrapes, cardinality, switches, health, log);
        Credentials credentials = new KnownCredentials(List.of(new TokenFile(token.toString())));
        closed = new EndpointHandler(
                new AccessRules(credentials, health), "/metrics", scrapes, cardinality, switches, health, log);
    }

    /** The first byte says who asks whom, and in which pieces the rest arrives. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        boolean fromRemote = (input[0] & 1) == 0;
        boolean withCredentials = (input[0] & 2) == 0;
        EndpointHandler handler = withCredentials ? closed : open;
        RequestHead[] head = new RequestHead[1];
        String answer = answer(handler, fromRemote ? remote : local, new Pieces(input), head);
        if (answer == null) {
            return;
        }
        int status = checkForm(answer);
        boolean hasToken = new String(input, StandardCharsets.ISO_8859_1).contains(TOKEN);
        boolean forMetrics = head[0] != null && head[0].path().equals("/metrics");
        if (fromRemote && !(withCredentials ? hasToken : forMetrics)) {
            require(status != 200 && status != 409, "status " + status + " for a stranger");
        }
        if (fromRemote && !hasToken) {
            require(model.isRecording(), "a stranger switched the agent off");
        }
        agentSwitch.enable(DisabledBy.REQUEST, "the next input");
    }

    private static String answer(EndpointHandler handler, InetAddress peer, Pieces input, RequestHead[] head)
            throws IOException {
        Response response;
        try {
            head[0] = RequestHead.read(input);
            if (head[0] == null) {
                return null;
            }
            response = handler.answer(head[0], peer);
        } catch (RequestRejected e) {
            response = e.response();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        response.writeTo(out, true);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static int checkForm(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String[] lines = answer.substring(0, end).split("\r\n", -1);
        Matcher status = STATUS.matcher(lines[0]);
        require(status.matches(), lines[0]);
        for (int i = 1; i < lines.length; i++) {
            require(HEADERS.contains(lines[i].substring(0, Math.max(lines[i].indexOf(':'), 0))), lines[i]);
        }
        int code = Integer.parseInt(status.group(1));
        String body = answer.substring(end + 4);
        require(code == 200 || LINE.matcher(body).matches(), body);
        require(code != 500, "status 500");
        return code;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    /** What arrives, a few bytes at a time. */
    private static final class Pieces extends ByteArrayInputStream {
        private final int largest;

        Pieces(byte[] input) {
            super(input, 1, input.length - 1);
            this.largest = 1 + (input[0] >> 2 & 63);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, largest));
        }
    }

    private static final class NoAdvice implements AdviceFailureListener {
        @Override
        public void firstFailure(String advice, Throwable failure) {}

        @Override
        public void tooManyFailures(String advice) {}
    }
}
