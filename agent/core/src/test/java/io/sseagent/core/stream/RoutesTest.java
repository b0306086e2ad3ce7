package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.get;
import static io.sseagent.core.stream.GivenModel.request;
import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private final GivenModel given = new GivenModel("routes.max=200");

    @Test
    void aHundredThousandPathsAreTwoHundredRoutesAndOneMore() {
        for (int i = 0; i < 100_000; i++) {
            SseStream stream = given.open(get("/" + word(i)));
            write(stream, "data: x\n\n");
            stream.close();
        }

        assertThat(given.model.read()).hasSize(201);
        assertThat(given.read("_other_").totals().streams().events()).isEqualTo(99_800);
        assertThat(given.read("/" + word(0)).totals().streams().events()).isEqualTo(1);
        assertThat(given.health.overflows()).containsEntry("http_route", 99_800L);
        assertThat(given.model.tracked()).isZero();
    }

    @Test
    void aHundredThousandIdentifiersAreOneRoute() {
        for (int i = 0; i < 100_000; i++) {
            given.open(get("/users/" + i + "/feed")).close();
        }

        assertThat(given.read().key().route()).isEqualTo("/users/{id}/feed");
        assertThat(given.read().totals().openedCount(OpenKind.FRESH)).isEqualTo(100_000);
        assertThat(given.health.overflows()).doesNotContainKey("http_route");
    }

    @Test
    void methodsAndProtocolsOfTheClientsChoiceMakeNoFurtherEndpoints() {
        for (int i = 0; i < 1_000; i++) {
            given.open(new StreamRequest("tomcat").line("M" + i, "/feed", "HTTP/" + i, "10.0.0.1"));
        }

        // an answer, over unknown and over HTTP/2 and HTTP/3
        assertThat(given.model.read()).hasSize(3);
    }

    @Test
    void aStreamOfWhichNothingIsKnownHasNoRouteOfItsOwn() {
        given.open(new StreamRequest("netty").pickedUp().line(null, null, "HTTP/1.1", null));

        assertThat(given.read().key().route()).isEqualTo("_other_");
        assertThat(given.read().totals().openedCount(OpenKind.ATTACHED)).isEqualTo(1);
        assertThat(given.health.overflows()).doesNotContainKey("http_route");
    }

    @Test
    void aScannerTakesNoRoutesPlace() {
        for (int i = 0; i < 1_000; i++) {
            given.model.refused(get("/" + word(i)), 404);
        }
        assertThat(given.read().key().route()).isEqualTo("_other_");
        assertThat(given.read().totals().requestCount(RequestOutcome.CLIENT_ERROR))
                .isEqualTo(1_000);

        given.open(get("/feed"));
        given.model.refused(get("/feed"), 503);

        assertThat(given.model.read()).hasSize(2);
        assertThat(given.read("/feed").totals().requestCount(RequestOutcome.SERVER_ERROR))
                .isEqualTo(1);
        assertThat(given.read("/feed").totals().requestCount(RequestOutcome.OPENED))
                .isEqualTo(1);
        assertThat(given.health.overflows()).doesNotContainKey("http_route");
    }

    @Test
    void aRouteThatTheServerVouchesForIsKnownAlsoWhenItRefuses() {
        given.model.refused(get("/users/anna").route("/users/{name}"), 500);

        assertThat(given.read().key().route()).isEqualTo("/users/{name}");
        assertThat(given.read().active()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "200, NOT_EVENT_STREAM",
        "204, NO_CONTENT",
        "206, NOT_EVENT_STREAM",
        "400, CLIENT_ERROR",
        "401, CLIENT_ERROR",
        "499, CLIENT_ERROR",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "599, SERVER_ERROR",
    })
    void anAnswerThatIsNoStreamHasAnOutcome(int status, RequestOutcome expected) {
        given.model.refused(get("/feed"), status);

        for (RequestOutcome outcome : RequestOutcome.values()) {
            assertThat(given.read().totals().requestCount(outcome)).isEqualTo(outcome == expected ? 1 : 0);
        }
    }

    @Test
    void aRedirectIsNoOutcome() {
        given.model.refused(get("/feed"), 301);
        given.model.refused(get("/feed"), 307);

        assertThat(given.model.read()).isEmpty();
    }

    @Test
    void nothingAboutARequestNeedsToBeKnown() {
        SseStream stream = given.open(new StreamRequest("tomcat"));
        write(stream, "data: x\n\n");
        stream.close();

        EndpointSnapshot snapshot = given.read();
        assertThat(snapshot.key().route()).isEqualTo("_other_");
        assertThat(GivenModel.events(snapshot)).isEqualTo(Map.of("message", 1L));
    }

    @Test
    void subscriptionsAndAnswersOfOneRouteStayApart() {
        given.open(get("/chat"));
        given.open(request("POST", "/chat", "10.0.0.1"));

        assertThat(given.model.read())
                .extracting(snapshot -> snapshot.key().mode())
                .containsExactlyInAnyOrder(Mode.SUBSCRIPTION, Mode.ANSWER);
    }

    /** Distinct letters only, so that no path looks like an identifier. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("w");
        for (int rest = number; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }
}
