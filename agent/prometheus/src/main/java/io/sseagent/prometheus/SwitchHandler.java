package io.sseagent.prometheus;

import io.sseagent.core.health.AgentSwitch;
import io.sseagent.core.health.DisabledBy;
import java.util.List;

/** {@code POST /-/disable} and {@code POST /-/enable}. Thread-safe. */
final class SwitchHandler {
    private static final String DISABLE = "/-/disable";
    private static final String ENABLE = "/-/enable";

    private final AgentSwitch agentSwitch;

    SwitchHandler(AgentSwitch agentSwitch) {
        this.agentSwitch = agentSwitch;
    }

    static boolean handles(String path) {
        return path.equals(DISABLE) || path.equals(ENABLE);
    }

    Response answer(RequestHead request, String client) throws RequestRejected {
        if (!request.method().equals("POST")) {
            throw new RequestRejected(405, "Only POST is allowed", "Allow: POST\r\n");
        }
        if (request.header("origin") != null) {
            // a browser sends the credentials that it remembers with whatever any page asks for
            throw new RequestRejected(403, "Not from a page in a browser");
        }
        String who = "POST " + request.path() + " from " + client;
        if (request.path().equals(DISABLE)) {
            agentSwitch.disable(DisabledBy.REQUEST, who);
            return Response.text(200, "Disabled");
        }
        agentSwitch.enable(DisabledBy.REQUEST, who);
        List<String> heldBy = agentSwitch.heldBy();
        return heldBy.isEmpty()
                ? Response.text(200, "Enabled")
                : Response.text(409, "Still disabled by " + String.join(" and ", heldBy));
    }
}
