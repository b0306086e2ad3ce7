package io.sseagent.core.config;

/**
 * Variables that Kubernetes puts into every container of a namespace with a service called {@code sse-agent...}:
 * {@code SSE_AGENT_PORT=tcp://10.0.0.1:9464} and half a dozen more. They are nobody's settings.
 */
final class ServiceLinks {
    private ServiceLinks() {}

    static boolean isServiceLink(String variable, String value) {
        return variable.endsWith("_SERVICE_HOST")
                || variable.endsWith("_SERVICE_PORT")
                || variable.contains("_SERVICE_PORT_")
                || isPortOfProtocol(variable)
                || (variable.endsWith("_PORT") && isAddress(value));
    }

    /** {@code ..._PORT_9464_TCP} and the {@code _ADDR}, {@code _PORT}, {@code _PROTO} that go with it. */
    private static boolean isPortOfProtocol(String variable) {
        int start = variable.indexOf("_PORT_") + "_PORT_".length();
        int end = variable.indexOf('_', start);
        if (start < "_PORT_".length() || end < 0 || !IntegerType.isDigits(variable.substring(start, end))) {
            return false;
        }
        String rest = variable.substring(end);
        return rest.startsWith("_TCP") || rest.startsWith("_UDP") || rest.startsWith("_SCTP");
    }

    private static boolean isAddress(String value) {
        return value.startsWith("tcp://") || value.startsWith("udp://") || value.startsWith("sctp://");
    }
}
