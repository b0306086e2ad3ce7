package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import io.sseagent.testapps.matrix.Distributions.Installed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the time-outs of servers do to streams that are never cut off where the server is embedded. */
@Tag("distribution-contracts")
@ExtendWith(WhileThereIsTime.class)
@ParameterizedClass(name = "{0}")
@MethodSource("installed")
class DistributionImpatientTest extends StreamFacts {
    /** Longer than all of their patience. */
    private static final String SILENT = "events=2&interval=8000";

    DistributionImpatientTest(Installed installed) {
        super(installed.server());
    }

    static Stream<Installed> installed() {
        return Distributions.impatient();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&how=async", "&via=writer"})
    void a_client_that_never_reads_is_a_failed_write(String query) throws Exception {
        assumeFalse(query.contains("writer") && server().tap().equals("openliberty"), "its writers are not told");
        Scrape gained;
        try (HttpConnection client = connect()) {
            gained = gainedBy(1, "/forever", () -> client.ask("/forever?interval=0&size=70000" + query));
        }

        assertEnded(gained, "write_failed");
    }

    @Test
    void a_silent_stream_goes_on_while_another_thread_will_write_it() throws Exception {
        Scrape gained = gainedBy(1, "/async", () -> {
            try (HttpConnection client = connect()) {
                assertThat(client.get("/async?" + SILENT).events().count()).isEqualTo(2);
            }
        });

        assertEnded(gained, "complete");
    }

    /** The containers over Grizzly interrupt the thread of a servlet that takes too long, silent or not. */
    @Test
    void a_servlet_that_takes_too_long_may_be_interrupted() throws Exception {
        boolean interrupts = server().tap().equals("grizzly");
        Scrape gained = gainedBy(1, "/blocking", () -> {
            try (HttpConnection client = connect()) {
                client.open("/blocking?" + SILENT).readAll();
            }
        });

        assertEnded(gained, interrupts ? "app_error" : "complete");
        assertThat(gained.sum("sse_events_total")).isEqualTo(interrupts ? 1 : 2);
    }
}
