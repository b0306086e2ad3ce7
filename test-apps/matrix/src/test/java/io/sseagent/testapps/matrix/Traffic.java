package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.sseagent.instrumentation.testing.Capability;
import io.sseagent.instrumentation.testing.Http2Dialogue;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.RawDialogue;
import io.sseagent.instrumentation.testing.Received;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same requests again and again, of every kind that a tap meets, and what is answered to them. */
final class Traffic {
    private static final String ASKS = "Accept: text/event-stream";
    private static final List<String> EVERYWHERE = List.of(
            "/blocking?events=5",
            "/async?events=5",
            "/typed",
            "/truncated",
            "/fail?after=2",
            "/plain",
            "/no-such-path");
    private static final List<String> SERVLETS = List.of(
            "/blocking?events=50&flush=0&via=writer",
            "/blocking?events=2&size=20000",
            "/fail?after=2&how=async",
            "/timeout?ms=20",
            "/json?answer=500");
    private static final List<String> JETTY = List.of(
            "/blocking?events=50&flush=0&via=writer",
            "/nonblocking?events=3",
            "/fail?after=2&how=async",
            "/timeout?ms=20&listener=1",
            "/json?answer=500");
    private static final List<String> JDK_SERVER = List.of("/fixed?events=3", "/bytes?events=3");
    private static final List<String> NETTY = List.of("/whole", "/idle?ms=10", "/unflushed?ms=10");
    private static final List<String> GRIZZLY = List.of(
            "/blocking?events=50&flush=0&via=writer",
            "/blocking?events=2&size=20000",
            "/blocking?events=5&via=writer",
            "/bytes?events=3",
            "/timeout?ms=1&close=1");
    private static final List<String> OVER_HTTP2 =
            List.of("/blocking?events=5", "/async?events=5", "/fail?after=2", "/plain");
    /** One event only: whoever writes all the time, and fails slowly at each, may never get to read. */
    private static final String SILENT = "/idle?ms=30000";

    private static final int DEPARTURES = 2;

    private final ForkedServer server;
    private final List<String> own;
    private final List<String> overHttp2;

    Traffic(ForkedServer server) {
        this.server = server;
        boolean http2 = List.of("netty", "undertow", "helidon").contains(server.tap())
                && server.capabilities().contains(Capability.HTTP2);
        this.overHttp2 = http2 ? OVER_HTTP2 : List.of();
        this.own = server.ownAddresses().isEmpty() ? ofTap(server.tap()) : server.ownAddresses();
    }

    private static List<String> ofTap(String tap) {
        return switch (tap) {
            case "tomcat" -> SERVLETS;
            case "jetty" -> JETTY;
            case "netty" -> NETTY;
            case "grizzly" -> GRIZZLY;
            default -> JDK_SERVER;
        };
    }

    /** The server gives up the next write to a stream that its client has reset. */
    private void leaveOverHttp2() {
        if (!server.tap().equals("netty") && server.capabilities().contains(Capability.HTTP2)) {
            Http2Dialogue.reset(server.application(), "/forever?interval=1");
        }
    }

    /** Each response whole, to the byte, without its date; those that a client leaves do not count. */
    Map<String, String> responses() {
        Map<String, String> responses = new LinkedHashMap<>();
        leaveOverHttp2();
        for (List<String> addresses : List.of(EVERYWHERE, own)) {
            for (String address : addresses) {
                try (HttpConnection client = HttpConnection.to(server.application())) {
                    byte[] response = client.readToTheEnd(address, ASKS + "\r\n");
                    responses.put(address, RawDialogue.comparable(new String(response, ISO_8859_1)));
                }
            }
        }
        try (HttpConnection client = HttpConnection.to(server.application())) {
            for (String address : List.of("/blocking?events=3", "/plain", "/plain", "/blocking?events=4", "/plain")) {
                responses.merge("kept alive", whole(client.get(address)), String::concat);
            }
        }
        for (String address : overHttp2) {
            String frames = String.join("\n", Http2Dialogue.get(server.application(), address));
            responses.put("HTTP/2 " + address, frames);
        }
        for (int i = 0; i < DEPARTURES; i++) {
            try (HttpConnection client = HttpConnection.to(server.application())) {
                responses.put(
                        "left",
                        whole(client.open("/forever?interval=1").readEvents(2)).substring(0, 40));
            }
        }
        if (server.tap().equals("netty")) {
            try (HttpConnection client = HttpConnection.to(server.application())) {
                client.open(SILENT).readEvents(1);
                client.reset();
            }
        }
        if (server.tap().equals("netty") && !overHttp2.isEmpty()) {
            Http2Dialogue.reset(server.application(), SILENT);
        }
        return responses;
    }

    private static String whole(Received received) {
        String head = String.join("\n", received.head()) + "\n\n";
        return RawDialogue.comparable(head + new String(received.body(), ISO_8859_1));
    }
}
