package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.SseServerContract;
import io.sseagent.testapps.matrix.Distributions.Installed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every server does, and what is told of servlets, where the contract of servlet containers asks too much: Open Liberty holds the
 * first event back, and with it the head, until there is a second one or the end, closes connections after errors, and sends an error page
 * that has no servlet.
 */
@Tag("distribution-contracts")
@ExtendWith(WhileThereIsTime.class)
@ParameterizedClass(name = "{0}")
@MethodSource("installed")
class OpenLibertyTest extends SseServerContract {

    OpenLibertyTest(Installed installed) {
        super(installed.server());
    }

    static Stream<Installed> installed() {
        return Stream.of(Distributions.openLiberty(Distributions.BRIDGE));
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/4711/events?events=2, /orders/*, complete",
        "/nonblocking?events=20, /nonblocking, complete",
        "/async?events=20&threads=4, /async, complete",
        "/fail?after=3&how=async, /fail, app_error",
        "/fail?after=3, /fail, app_error",
        "/timeout?ms=200&events=2&listener=1, /timeout, async_timeout"
    })
    void a_stream_has_the_mapping_of_its_servlet_and_ends_for_a_reason(String address, String route, String reason)
            throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, route, () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.open(address).readAll();
            }
        });

        assertCounted(gained, received[0]);
        assertEnded(gained, reason);
    }
}
