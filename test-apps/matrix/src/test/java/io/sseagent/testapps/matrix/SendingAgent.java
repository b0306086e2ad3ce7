package io.sseagent.testapps.matrix;

import java.util.List;
import java.util.stream.Stream;

/** An agent that traces requests and sends its traces somewhere. */
final class SendingAgent implements OtherAgent {
    private final String name;
    private final String traces;
    private final List<String> settings;
    private final TelemetryCollector collector = new TelemetryCollector();

    private SendingAgent(String name, String traces, String... settings) {
        this.name = name;
        this.traces = traces;
        this.settings = List.of(settings);
    }

    static OtherAgent openTelemetry() {
        return new SendingAgent(
                "opentelemetry-javaagent",
                "/v1/traces",
                "-Dotel.exporter.otlp.endpoint=COLLECTOR",
                "-Dotel.bsp.schedule.delay=500");
    }

    static OtherAgent datadog() {
        // its start-up log names settings that hold the word ERROR
        return new SendingAgent(
                "dd-java-agent", "/v0.4/traces", "-Ddd.trace.agent.url=COLLECTOR", "-Ddd.trace.startup.logs=false");
    }

    static OtherAgent elastic() {
        return new SendingAgent(
                "elastic-apm-agent",
                "/intake/v2/events",
                "-Delastic.apm.server_url=COLLECTOR",
                "-Delastic.apm.api_request_time=1s",
                "-Delastic.apm.cloud_provider=NONE");
    }

    @Override
    public List<String> options() {
        String address = "http://127.0.0.1:" + collector.port();
        return Stream.concat(Stream.of(OtherAgent.javaagent(name)), settings.stream())
                .map(option -> option.replace("COLLECTOR", address))
                .toList();
    }

    @Override
    public void awaitReport(String path) {
        collector.await(traces, path);
    }

    /** Elastic 1.55.1 does not of those under WebFlux: seen without any other agent. */
    @Override
    public boolean tellsOfStreams(String tap) {
        return !(name.startsWith("elastic") && tap.equals("netty"));
    }

    @Override
    public void close() {
        collector.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
