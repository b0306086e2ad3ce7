package io.sseagent.prometheus;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.log.AgentLog;
import java.io.IOException;
import java.net.InetAddress;

/** From a request to its answer, by exact path; there are no files. Thread-safe. */
final class EndpointHandler {
    /** Under which failures of the endpoint are counted. */
    static final String COMPONENT = "metrics_endpoint";

    private final AccessRules access;
    private final String metricsPath;
    private final ScrapeHandler scrapes;
    private final CardinalityHandler cardinality;
    private final SwitchHandler switches;
    private final AgentHealth health;
    private final AgentLog log;

    EndpointHandler(
            AccessRules access,
            String metricsPath,
            ScrapeHandler scrapes,
            CardinalityHandler cardinality,
            SwitchHandler switches,
            AgentHealth health,
            AgentLog log) {
        this.access = access;
        this.metricsPath = metricsPath;
        this.scrapes = scrapes;
        this.cardinality = cardinality;
        this.switches = switches;
        this.health = health;
        this.log = log;
    }

    /**
     * Never throws anything but a rejection. Whatever fails in the agent, errors included, is one line in the log and a status
     * without details; the next request is answered as if nothing had been.
     */
    Response answer(RequestHead request, InetAddress peer) throws RequestRejected {
        try {
            return admitted(request, peer);
        } catch (RequestRejected rejected) {
            throw rejected;
        } catch (Throwable failure) {
            failed(failure);
            throw new RequestRejected(500, "The request failed; standard error of the process says why");
        }
    }

    /** Counts and logs what failed in the agent while it answered. */
    void failed(Throwable failure) {
        health.error(COMPONENT);
        log.error("A request to the metrics endpoint failed", failure);
    }

    /** Access comes first: who may not ask learns nothing of what there is. */
    private Response admitted(RequestHead request, InetAddress peer) throws RequestRejected, IOException {
        boolean forMetrics = request.path().equals(metricsPath);
        String client = access.admit(request, peer, forMetrics);
        if (!forMetrics && SwitchHandler.handles(request.path())) {
            return switches.answer(request, client);
        }
        boolean forCardinality = request.path().equals(CardinalityHandler.PATH);
        if (!forMetrics && !forCardinality && !request.path().equals("/")) {
            throw new RequestRejected(404, "Not found");
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw new RequestRejected(405, "Only GET and HEAD are allowed", "Allow: GET, HEAD\r\n");
        }
        if (forMetrics) {
            return scrapes.answer(request);
        }
        return forCardinality ? cardinality.answer() : Response.text(200, "Metrics are at " + metricsPath);
    }
}
