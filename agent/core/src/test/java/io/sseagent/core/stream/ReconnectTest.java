package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.get;
import static io.sseagent.core.stream.GivenModel.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectTest {
    private final GivenModel given = new GivenModel("reconnect.window=60s,reconnect.clients.max=3");

    @Test
    void aClientThatSaysNothingIsRecognisedWeakly() {
        endedBy(CloseReason.COMPLETE, get("/feed"));
        given.clock.advanceSeconds(3);
        given.open();

        assertThatReconnectsAre(1, 0, 0);
        assertThat(totals().reconnect(ReconnectOutcome.SUCCESS, false).sum()).isEqualTo(3.0);
        assertThat(totals().reconnect(ReconnectOutcome.SUCCESS, true).count()).isZero();
    }

    @Test
    void aLastEventIdMakesTheMatchStrong() {
        endedBy(CloseReason.CLIENT_CLOSED, get("/feed"));
        given.clock.advanceSeconds(5);
        given.open(get("/feed").header(StreamRequest.LAST_EVENT_ID, "7"));

        assertThatReconnectsAre(1, 0, 0);
        assertThat(totals().reconnect(ReconnectOutcome.SUCCESS, true).sum()).isEqualTo(5.0);
        assertThat(totals().reconnect(ReconnectOutcome.SUCCESS, false).count()).isZero();
    }

    @Test
    void aClientOfAnotherInstanceIsBelievedButItsTimeIsNotInvented() {
        given.open(get("/feed").header(StreamRequest.LAST_EVENT_ID, "7"));

        assertThatReconnectsAre(1, 0, 0);
        assertThat(totals().reconnect(ReconnectOutcome.SUCCESS, true).count()).isZero();
    }

    @Test
    void aDeclaredTimestampTellsTheTime() {
        long lost = given.clock.epochMillis() - 4_000;
        given.open(get("/feed").header(StreamRequest.RECONNECT_TIMESTAMP, Long.toString(lost)));

        assertThatReconnectsAre(1, 0, 0);
        assertThat(totals().reconnect(ReconnectOutcome.SUCCESS, true).sum()).isEqualTo(4.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "0",
                "soon",
                "1e12",
                "1699999999999.5",
                "0x18bcfe56800",
                "1700000000001",
                "1699913599999",
                "9223372036854775807",
                "-9223372036854775808",
                "99999999999999999999999999999999",
                "1699999990000\n1",
                "null",
            })
    void aTimestampThatCannotBeIsIgnored(String timestamp) {
        given.open(get("/feed").header(StreamRequest.RECONNECT_TIMESTAMP, timestamp));

        assertThatReconnectsAre(0, 0, 0);
        assertThat(totals().reconnect(ReconnectOutcome.SUCCESS, true).count()).isZero();
    }

    @Test
    void aVeryLongTimestampIsIgnored() {
        given.open(get("/feed").header(StreamRequest.RECONNECT_TIMESTAMP, "1".repeat(1_000_000)));

        assertThatReconnectsAre(0, 0, 0);
    }

    @Test
    void aFirstVisitIsNoReconnect() {
        given.open();

        assertThatReconnectsAre(0, 0, 0);
    }

    @Test
    void anotherClientAnotherRouteAndAPickedUpStreamAreNoReconnects() {
        endedBy(CloseReason.COMPLETE, get("/feed"));
        given.open(request("GET", "/feed", "10.0.0.2"));
        given.open(get("/feed").header(StreamRequest.USER_AGENT, "another"));
        given.open(get("/feed").header(StreamRequest.LAST_EVENT_ID, "7").pickedUp());
        given.open(get("/other"));

        assertThat(reconnects(given.read("/feed"))).isZero();
        assertThat(reconnects(given.read("/other"))).isZero();
    }

    @Test
    void routesBeyondTheCapDoNotLookAlike() {
        GivenModel small = new GivenModel("routes.max=1");
        small.open(get("/taken"));
        small.open(get("/one")).close();
        small.open(get("/two"));
        assertThat(reconnects(small.read("_other_"))).isZero();

        small.open(get("/one"));
        assertThat(reconnects(small.read("_other_"))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAClientThatWasCutOffIsMissed(CloseReason reason) {
        endedBy(reason, get("/feed"));
        given.clock.advanceSeconds(60);
        given.model.tick();
        assertThatReconnectsAre(0, 0, 0);

        given.clock.advanceMillis(1);
        given.model.tick();
        given.model.tick();

        assertThatReconnectsAre(0, reason.byServer() ? 1 : 0, 0);
        assertThat(totals().reconnect(ReconnectOutcome.TIMEOUT, false).count()).isZero();
    }

    @Test
    void whoComesBackTooLateWasMissed() {
        endedBy(CloseReason.COMPLETE, get("/feed"));
        given.clock.advanceSeconds(61);
        given.open();
        given.model.tick();

        assertThatReconnectsAre(0, 1, 0);
    }

    @Test
    void whoCameBackIsNotMissed() {
        endedBy(CloseReason.COMPLETE, get("/feed"));
        given.open();
        given.clock.advanceSeconds(100);
        given.model.tick();

        assertThatReconnectsAre(1, 0, 0);
    }

    @Test
    void whoComesBackAndGetsNoStreamFailed() {
        endedBy(CloseReason.COMPLETE, get("/feed"));
        given.clock.advanceSeconds(2);
        given.model.refused(get("/feed"), 503);

        assertThatReconnectsAre(0, 0, 1);
        assertThat(totals().reconnect(ReconnectOutcome.FAILED, false).sum()).isEqualTo(2.0);
    }

    @Test
    void aRefusedClientThatWasNeverHereIsNoReconnect() {
        given.open();
        given.model.refused(request("GET", "/feed", "10.0.0.9"), 503);

        assertThatReconnectsAre(0, 0, 0);
    }

    @Test
    void answersAreNeverReconnects() {
        endedBy(CloseReason.COMPLETE, request("POST", "/feed", "10.0.0.1"));
        given.open(request("POST", "/feed", "10.0.0.1").header(StreamRequest.LAST_EVENT_ID, "7"));
        given.model.refused(request("POST", "/feed", "10.0.0.1").header(StreamRequest.LAST_EVENT_ID, "7"), 500);
        given.clock.advanceSeconds(61);
        given.model.tick();

        assertThatReconnectsAre(0, 0, 0);
    }

    @Test
    void twoTabsOfOneClientComeBackTwice() {
        SseStream one = given.open();
        SseStream other = given.open();
        one.close();
        given.clock.advanceSeconds(1);
        other.close();
        given.clock.advanceSeconds(1);

        given.open();
        given.open();
        given.open();

        assertThatReconnectsAre(2, 0, 0);
        assertThat(totals().reconnect(ReconnectOutcome.SUCCESS, false).sum()).isEqualTo(1.0 + 2.0);
    }

    @Test
    void eachTabIsMissedInItsOwnTime() {
        SseStream one = given.open();
        SseStream other = given.open();
        one.close();
        given.clock.advanceSeconds(40);
        other.close();
        given.clock.advanceSeconds(30);
        given.model.tick();
        assertThatReconnectsAre(0, 1, 0);

        given.open();
        given.clock.advanceSeconds(61);
        given.model.tick();
        assertThatReconnectsAre(1, 1, 0);
    }

    @Test
    void theOldestDepartureIsForgottenBeyondTheBound() {
        for (int client = 1; client <= 5; client++) {
            endedBy(CloseReason.COMPLETE, request("GET", "/feed", "10.0.0." + client));
        }
        assertThat(given.health.overflows()).isEqualTo(Map.of("reconnect_client", 2L));

        for (int client = 1; client <= 5; client++) {
            given.open(request("GET", "/feed", "10.0.0." + client));
        }
        assertThatReconnectsAre(3, 0, 0);
    }

    @Test
    void aThousandTabsOfOneClientAreBoundedToo() {
        SseStream[] tabs = new SseStream[1_000];
        for (int i = 0; i < tabs.length; i++) {
            tabs[i] = given.open();
        }
        for (SseStream tab : tabs) {
            tab.close();
        }
        for (int i = 0; i < tabs.length; i++) {
            given.open();
        }

        assertThatReconnectsAre(3, 0, 0);
        assertThat(given.health.overflows()).isEqualTo(Map.of("reconnect_client", 997L));
    }

    private void endedBy(CloseReason reason, StreamRequest request) {
        SseStream stream = given.open(request);
        stream.evidence(reason);
        stream.close();
    }

    private EndpointTotals totals() {
        return given.read().totals();
    }

    private void assertThatReconnectsAre(long successes, long timeouts, long failures) {
        assertThat(totals().reconnectCount(ReconnectOutcome.SUCCESS))
                .as("success")
                .isEqualTo(successes);
        assertThat(totals().reconnectCount(ReconnectOutcome.TIMEOUT))
                .as("timeout")
                .isEqualTo(timeouts);
        assertThat(totals().reconnectCount(ReconnectOutcome.FAILED))
                .as("failed")
                .isEqualTo(failures);
    }

    private static long reconnects(EndpointSnapshot snapshot) {
        long all = 0;
        for (ReconnectOutcome outcome : ReconnectOutcome.values()) {
            all += snapshot.totals().reconnectCount(outcome);
        }
        return all;
    }
}
