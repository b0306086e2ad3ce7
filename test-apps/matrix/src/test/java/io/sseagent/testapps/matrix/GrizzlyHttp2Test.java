package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.UnchangedServerContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Grizzly's add-on for HTTP/2, above which its output buffer is the same. A handler is not told that its stream was reset. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class GrizzlyHttp2Test extends UnchangedServerContract {

    GrizzlyHttp2Test(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Matrix.jdks(GrizzlyApp.V4_0_HTTP2).map(jdk -> ForkedServer.underAgent(GrizzlyApp.V4_0_HTTP2, jdk));
    }

    @ParameterizedTest
    @CsvSource({
        "/blocking?events=40&interval=5, complete",
        "/async?events=20&size=40000, complete",
        "/async?events=30&via=writer, complete",
        "/truncated?events=2, truncated"
    })
    void a_stream_is_counted_once_above_its_frames(String address, String reason) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI stream = URI.create(server().application() + address);
        byte[][] received = new byte[1][];
        Scrape gained = gainedBy(1, address.substring(0, address.indexOf('?')), () -> {
            HttpResponse<byte[]> response =
                    client.send(HttpRequest.newBuilder(stream).build(), BodyHandlers.ofByteArray());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            received[0] = response.body();
        });

        assertThat(gained.sum("sse_sent_bytes_total")).isPositive().isEqualTo(received[0].length);
        assertThat(gained.sum("sse_events_total"))
                .isEqualTo(Integer.parseInt(address.replaceAll(".*events=(\\d+).*", "$1")));
        assertThat(gained.sum("sse_streams_active", "http_version", "1.1")).isZero();
        assertEnded(gained, reason);
    }
}
