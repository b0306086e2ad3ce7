package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientFamilyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36|CHROME",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0|EDGE",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Safari/537.36 OPR/114.0|OPERA",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|FIREFOX",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1|SAFARI",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)|BOT",
                "Mozilla/5.0 (something new)|BROWSER",
                "curl/8.5.0|CURL",
                "python-requests/2.32|PYTHON",
                "Java-http-client/17.0.1|JAVA",
                "okhttp/4.12.0|JAVA",
                "Go-http-client/1.1|GO",
                "node|NODE",
                "acme-terminal 3|OTHER",
                "' '|NONE"
            })
    void aUserAgentSaysWhatItIs(String userAgent, ClientFamily family) {
        assertThat(ClientFamily.of(userAgent)).isEqualTo(family);
    }

    @Test
    void oneThatIsMissingIsNone() {
        assertThat(ClientFamily.of(null)).isEqualTo(ClientFamily.NONE);
    }

    @Test
    void aMegabyteIsNotReadToItsEnd() {
        String hostile = "x".repeat(1_000_000) + "curl/8";

        Assertions.assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(ClientFamily.of(hostile)).isEqualTo(ClientFamily.OTHER));
    }
}
