package io.sseagent.core.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.stream.ClientFamily;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RouteAudienceTest {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** A clock may begin anywhere, also before its zero. */
    private static final long BEGIN = -7 * MINUTE;

    private final RouteAudience audience = given("");

    private static RouteAudience given(String settings) {
        AgentConfig config = AgentConfig.load(settings, new Properties(), Map.of());
        assertThat(config.problems()).isEmpty();
        return new RouteAudience(new AudienceRule(config.audience()), 15 * MINUTE, BEGIN);
    }

    @Test
    void theEntropyIsThatOfTheFamilies() {
        open(8, ClientFamily.CHROME, 0);
        assertThat(audience.read(BEGIN).entropyBits()).isZero();

        open(8, ClientFamily.FIREFOX, 0);
        assertThat(audience.read(BEGIN).entropyBits()).isCloseTo(1, within(1e-9));

        open(8, ClientFamily.CURL, MINUTE);
        open(8, ClientFamily.PYTHON, MINUTE);
        assertThat(audience.read(BEGIN + MINUTE).entropyBits()).isCloseTo(2, within(1e-9));
    }

    @Test
    void sourcesAreToldApartAndTheLargestHasAShare() {
        for (int i = 0; i < 60; i++) {
            audience.opened(ClientFamily.CHROME, 1 + i % 20, BEGIN + i * SECOND);
            audience.opened(ClientFamily.CHROME, 4711, BEGIN + i * SECOND);
        }
        audience.opened(ClientFamily.CHROME, 0, BEGIN);
        AudienceReading reading = audience.read(BEGIN + MINUTE);

        assertThat(reading.sources()).isEqualTo(21);
        assertThat(reading.topSourceShare()).isEqualTo(0.5);
        assertThat(reading.opened()).isEqualTo(121);
        assertThat(reading.openedBySources()).isEqualTo(120);
    }

    @Test
    void theWindowForgets() {
        open(10, ClientFamily.CHROME, 0);
        open(10, ClientFamily.CHROME, 10 * MINUTE);
        assertThat(audience.read(BEGIN + 10 * MINUTE).opened()).isEqualTo(20);
        assertThat(audience.read(BEGIN + 16 * MINUTE).opened()).isEqualTo(10);
        assertThat(audience.read(BEGIN + 60 * MINUTE).opened()).isZero();
    }

    @Test
    void aClockThatRunsBackwardsForgetsNothing() {
        open(10, ClientFamily.CHROME, 10 * MINUTE);
        open(10, ClientFamily.CHROME, 0);
        open(10, ClientFamily.CHROME, -MINUTE);

        assertThat(audience.read(BEGIN + 10 * MINUTE).opened()).isEqualTo(30);
    }

    @Test
    void livesTellHowMuchTheyVary() {
        for (int i = 0; i < 40; i++) {
            audience.closed(false, 0, 30 * SECOND, BEGIN);
        }
        assertThat(audience.read(BEGIN).seconds().variation()).isZero();
        audience.closed(false, 0, 3000 * SECOND, BEGIN);

        assertThat(audience.read(BEGIN).seconds().skewness()).isGreaterThan(5);
    }

    @Test
    void aLongLifeIsStableAndAShortOneNormal() {
        audience.closed(false, 1, 5 * MINUTE, BEGIN);
        audience.closed(false, 2, 5 * MINUTE - 1, BEGIN);

        assertThat(healths(audience)).isEqualTo("1 1 0");
    }

    @Test
    void aProgramIsSuspectByItsOwnWordUnlessThatIsUsual() {
        audience.closed(true, 1, 5 * MINUTE, BEGIN);
        assertThat(healths(audience)).isEqualTo("0 0 1");

        RouteAudience usual = given("audience.suspect.programs=false");
        usual.closed(true, 1, 5 * MINUTE, BEGIN);
        assertThat(healths(usual)).isEqualTo("0 1 0");
    }

    @Test
    void aClientThatEndsAsManyStreamsWithinTheWindowIsSuspect() {
        RouteAudience strict = given("audience.suspect.streams=3,audience.stable.after=1m");
        for (int i = 0; i < 4; i++) {
            strict.closed(false, 4711, SECOND, BEGIN + 2L * i * MINUTE);
            strict.closed(false, 1 + i, 2 * MINUTE, BEGIN + 2L * i * MINUTE);
            strict.closed(false, 0, SECOND, BEGIN);
        }
        assertThat(healths(strict)).isEqualTo("6 4 2");

        strict.closed(false, 4711, SECOND, BEGIN + 60 * MINUTE);
        assertThat(healths(strict)).isEqualTo("7 4 2");
    }

    private void open(int times, ClientFamily family, long afterNanos) {
        for (int i = 0; i < times; i++) {
            audience.opened(family, 0, BEGIN + afterNanos);
        }
    }

    private static String healths(RouteAudience audience) {
        AudienceReading reading = audience.read(BEGIN);
        return reading.streams(AudienceHealth.NORMAL) + " " + reading.streams(AudienceHealth.STABLE) + " "
                + reading.streams(AudienceHealth.AUTOMATION_SUSPECT);
    }
}
