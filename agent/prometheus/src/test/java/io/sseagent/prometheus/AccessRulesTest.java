package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sseagent.core.health.AgentHealth;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessRulesTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private final AgentHealth health = new AgentHealth();

    private static RequestHead request(String... headerLines) throws Exception {
        String head = "GET / HTTP/1.1\r\n" + String.join("\r\n", headerLines) + (headerLines.length > 0 ? "\r\n" : "");
        return RequestHead.read(new ByteArrayInputStream((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static InetAddress address(String literal) throws Exception {
        return InetAddress.getByName(literal);
    }

    private String rejected(AccessRules rules, InetAddress peer, boolean forMetrics, String... headerLines)
            throws Exception {
        RequestHead request = request(headerLines);
        return catchThrowableOfType(RequestRejected.class, () -> rules.admit(request, peer, forMetrics))
                .getMessage();
    }

    @Test
    void fromOtherHostsOnlyTheMetricsCanBeReached() throws Exception {
        AccessRules rules = new AccessRules(Credentials.NONE, health);
        for (String remote : new String[] {"192.0.2.1", "10.0.0.1", "2001:db8::1", "::ffff:192.0.2.1"}) {
            assertThat(rules.admit(request(), address(remote), true))
                    .isEqualTo(address(remote).getHostAddress());
            assertThat(rejected(rules, address(remote), false)).isEqualTo("Only from this host");
        }
        for (String local : new String[] {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"}) {
            assertThat(rules.admit(request(), address(local), false)).isNotEmpty();
        }
    }

    @Test
    void aNameThatWasMadeToPointHereIsNotLocal() throws Exception {
        AccessRules rules = new AccessRules(Credentials.NONE, health);
        for (String own : new String[] {"localhost", "LOCALHOST:9464", "127.0.0.1:9464", "127.0.1.1", "[::1]:9464"}) {
            assertThat(rules.admit(request("Host: " + own), address("127.0.0.1"), false))
                    .isEqualTo("127.0.0.1");
        }
        for (String other : new String[] {
            "",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:9464",
            "127.evil",
            "[::2]",
            "localhost:x"
        }) {
            assertThat(rejected(rules, address("127.0.0.1"), false, "Host: " + other))
                    .as(other)
                    .isEqualTo("Only from this host");
        }
    }

    @Test
    void withCredentialsOtherHostsNeedThemForTheMetricsToo() throws Exception {
        TokenFile token = new TokenFile(CredentialFiles.token(folder).toString());
        AccessRules rules = new AccessRules(new KnownCredentials(List.of(token)), health);

        assertThat(rejected(rules, address("192.0.2.1"), true)).isEqualTo("Credentials are needed");
        assertThat(rules.admit(request(CredentialFiles.bearer(CredentialFiles.TOKEN)), address("192.0.2.1"), false))
                .isEqualTo("192.0.2.1 as the bearer of the token");
    }

    @Test
    void aHeaderThatWasRightOnceIsNotHashedAgain() throws Exception {
        int[] asked = new int[1];
        Credentials counting = new Credentials() {
            @Override
            public boolean isEmpty() {
                return false;
            }

            @Override
            public String userOf(String authorization) {
                asked[0]++;
                return authorization.equals("right") ? "alice" : null;
            }
        };
        AccessRules rules = new AccessRules(new KnownCredentials(List.of(counting)), health);
        for (int i = 0; i < 100; i++) {
            rules.admit(request("Authorization: right"), address("192.0.2.1"), true);
        }
        assertThat(asked[0]).isEqualTo(1);

        for (int i = 0; i < 100; i++) {
            rejected(rules, address("192.0.2.1"), true, "Authorization: wrong");
        }
        assertThat(asked[0]).isEqualTo(1 + FailedLogins.MOST_PER_ADDRESS);
    }

    @Test
    void guessesAreBoundedForEachNetworkAndForAll() throws Exception {
        FailedLogins logins = new FailedLogins();
        int let = 0;
        for (int host = 0; host < 256; host++) {
            let += logins.attempt(address("2001:db8::" + Integer.toHexString(host)), 0) ? 1 : 0;
        }
        assertThat(let).isEqualTo(FailedLogins.MOST_PER_ADDRESS);
        for (int host = 0; host < 256; host++) {
            let += logins.attempt(address("192.0.2." + host), 0) ? 1 : 0;
        }
        assertThat(let).isEqualTo(FailedLogins.MOST_IN_ALL);

        assertThat(logins.attempt(address("2001:db8::1"), 60 * SECOND)).isFalse();
        assertThat(logins.attempt(address("2001:db8::1"), 61 * SECOND)).isTrue();
    }

    @Test
    void successIsNoAttempt() throws Exception {
        FailedLogins logins = new FailedLogins();
        for (int i = 0; i < 100; i++) {
            assertThat(logins.attempt(address("192.0.2.1"), i)).isTrue();
            logins.succeeded(address("192.0.2.1"));
        }
    }

    @Test
    void anUnknownNameCostsWhatAKnownOneDoes() throws Exception {
        UsersFile users = new UsersFile(CredentialFiles.users(folder).toString());
        try (CountingProvider counted = CountingProvider.install()) {
            String right =
                    CredentialFiles.basic("alice", CredentialFiles.PASSWORD).substring("Authorization: ".length());
            assertThat(users.userOf(right)).isEqualTo("alice");
            assertThat(counted.takeIterations()).containsExactly(10_000);
            for (String user : new String[] {"alice", "nobody", "", "x".repeat(1000)}) {
                String wrong = CredentialFiles.basic(user, "guess").substring("Authorization: ".length());

                assertThat(users.userOf(wrong)).isNull();
                assertThat(counted.takeIterations()).as(user).containsExactly(10_000);
            }
        }
    }
}
