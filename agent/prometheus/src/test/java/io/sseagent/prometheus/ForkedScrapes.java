package io.sseagent.prometheus;

import io.sseagent.core.health.AgentSwitch;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import java.util.Map;

/** What {@link HostIsolationTest} runs in a JVM of its own: one scrape of each format, then main returns. */
final class ForkedScrapes {
    private ForkedScrapes() {}

    public static void main(String[] args) throws Exception {
        RecordedModel recorded = EveryFamily.ofTheModel();
        AgentLog log = AgentLog.toStandardError(LogLevel.INFO);
        MetricsEndpoint endpoint = new MetricsEndpoint(
                recorded.model,
                new AgentSwitch(recorded.model, recorded.health, log),
                RecordedModel.config("port=0,host=127.0.0.1").exporter(),
                "1.2.3",
                "17",
                log);
        endpoint.start();
        int port = endpoint.address().getPort();
        for (MetricsFormat format : MetricsFormat.values()) {
            try (RawClient client = new RawClient(port)) {
                client.send("GET /metrics HTTP/1.1\r\nAccept: " + format.contentType()
                        + "\r\nAccept-Encoding: gzip\r\n\r\n");
                RawResponse response = client.receive();
                boolean asAsked = format.contentType().equals(response.headers().get("Content-Type"))
                        && "gzip".equals(response.headers().get("Content-Encoding"))
                        && response.unzippedText().contains("sse_events_total");
                System.out.println("scrape " + format + " " + (asAsked ? response.status() : -1));
            }
        }
        RawClient unfinished = new RawClient(port);
        unfinished.send("GET /metr");
        System.out.println("sun.net.httpserver properties " + httpServerProperties());
        System.out.println("main has returned");
    }

    private static Object httpServerProperties() {
        return System.getProperties().entrySet().stream()
                .filter(property -> property.getKey().toString().startsWith("sun.net.httpserver"))
                .map(Map.Entry::getKey)
                .toList();
    }
}
