package io.sseagent.prometheus;

import java.net.InetAddress;

/** From a request to its answer, by exact path; there are no files. Thread-safe. */
final class EndpointHandler {
    private final AccessRules access;
    private final String metricsPath;
    private final ScrapeHandler scrapes;
    private final SwitchHandler switches;

    EndpointHandler(AccessRules access, String metricsPath, ScrapeHandler scrapes, SwitchHandler switches) {
        this.access = access;
        this.metricsPath = metricsPath;
        this.scrapes = scrapes;
        this.switches = switches;
    }

    /** Access comes first: who may not ask learns nothing of what there is. */
    Response answer(RequestHead request, InetAddress peer) throws RequestRejected {
        boolean forMetrics = request.path().equals(metricsPath);
        String client = access.admit(request, peer, forMetrics);
        if (!forMetrics && SwitchHandler.handles(request.path())) {
            return switches.answer(request, client);
        }
        if (!forMetrics && !request.path().equals("/")) {
            throw new RequestRejected(404, "Not found");
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw new RequestRejected(405, "Only GET and HEAD are allowed", "Allow: GET, HEAD\r\n");
        }
        return forMetrics ? scrapes.answer(request) : Response.text(200, "Metrics are at " + metricsPath);
    }
}
