package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.sseagent.instrumentation.testing.HttpConnection;
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
    private static final List<String> JDK_SERVER = List.of("/fixed?events=3", "/bytes?events=3");
    private static final int DEPARTURES = 2;

    private final ForkedServer server;
    private final List<String> own;

    Traffic(ForkedServer server) {
        this.server = server;
        this.own = server.tap().equals("tomcat") ? SERVLETS : JDK_SERVER;
    }

    /** Each response whole, to the byte, without its date; those that a client leaves do not count. */
    Map<String, String> responses() {
        Map<String, String> responses = new LinkedHashMap<>();
        for (List<String> addresses : List.of(EVERYWHERE, own)) {
            for (String address : addresses) {
                try (HttpConnection client = HttpConnection.to(server.application())) {
                    byte[] response = client.readToTheEnd(address, ASKS + "\r\n");
                    responses.put(address, withoutDate(new String(response, ISO_8859_1)));
                }
            }
        }
        try (HttpConnection client = HttpConnection.to(server.application())) {
            for (String address : List.of("/blocking?events=3", "/plain", "/plain", "/blocking?events=4", "/plain")) {
                responses.merge("kept alive", whole(client.get(address)), String::concat);
            }
        }
        for (int i = 0; i < DEPARTURES; i++) {
            try (HttpConnection client = HttpConnection.to(server.application())) {
                responses.put(
                        "left",
                        whole(client.open("/forever?interval=1").readEvents(2)).substring(0, 40));
            }
        }
        return responses;
    }

    private static String whole(Received received) {
        return withoutDate(String.join("\n", received.head())) + "\n" + new String(received.body(), ISO_8859_1);
    }

    private static String withoutDate(String response) {
        return response.replaceFirst("(?m)^Date: .*$", "Date");
    }
}
