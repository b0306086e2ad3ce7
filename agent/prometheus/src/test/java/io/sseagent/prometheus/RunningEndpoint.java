package io.sseagent.prometheus;

import io.sseagent.core.health.AgentSwitch;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** An endpoint on a free loopback port, and what it logged. */
final class RunningEndpoint implements AutoCloseable {
    static final EndpointLimits PATIENT = new EndpointLimits(8, 60_000, 60_000, 20);

    final RecordedModel recorded;
    final MetricsEndpoint endpoint;
    final AgentSwitch agentSwitch;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    RunningEndpoint(RecordedModel recorded, String arguments, EndpointLimits limits) {
        this.recorded = recorded;
        AgentLog log = log();
        this.agentSwitch = new AgentSwitch(recorded.model, recorded.health, log);
        this.endpoint = new MetricsEndpoint(
                recorded.model,
                agentSwitch,
                RecordedModel.config(arguments).exporter(),
                "1.2.3",
                "17.0.1",
                log,
                limits);
        endpoint.start();
    }

    static RunningEndpoint start(EndpointLimits limits) {
        return new RunningEndpoint(EveryFamily.record(), "port=0,host=127.0.0.1", limits);
    }

    /** The log keeps the standard error that it finds when it is made. */
    private AgentLog log() {
        PrintStream real = System.err;
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            return AgentLog.toStandardError(LogLevel.INFO);
        } finally {
            System.setErr(real);
        }
    }

    String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    int port() {
        return endpoint.address().getPort();
    }

    /** Sends a request as it is and reads to the end of the connection. */
    RawResponse send(String request) throws Exception {
        try (RawClient client = new RawClient(port())) {
            client.send(request);
            return client.receive();
        }
    }

    RawResponse get(String target, String... headerLines) throws Exception {
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String line : headerLines) {
            request.append(line).append("\r\n");
        }
        return send(request.append("\r\n").toString());
    }

    @Override
    public void close() {
        endpoint.stop();
    }
}
