package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.StreamRequest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientKeysTest {
    private final ClientKeys keys = ClientKeys.random();

    @Test
    void theSameClientHasTheSameKey() {
        assertThat(key("10.0.0.1", null, "Firefox", "Bearer a", "/feed"))
                .isEqualTo(key("10.0.0.1", null, "Firefox", "Bearer a", "/feed"))
                .isNotZero();
    }

    @Test
    void everyPartTellsClientsApart() {
        Set<Long> distinct = new HashSet<>();
        distinct.add(key("10.0.0.1", null, "Firefox", "Bearer a", "/feed"));
        distinct.add(key("10.0.0.2", null, "Firefox", "Bearer a", "/feed"));
        distinct.add(key("10.0.0.1", "192.0.2.1", "Firefox", "Bearer a", "/feed"));
        distinct.add(key("10.0.0.1", "192.0.2.2", "Firefox", "Bearer a", "/feed"));
        distinct.add(key("10.0.0.1", null, "Chrome", "Bearer a", "/feed"));
        distinct.add(key("10.0.0.1", null, null, "Bearer a", "/feed"));
        distinct.add(key("10.0.0.1", null, "Firefox", "Bearer b", "/feed"));
        distinct.add(key("10.0.0.1", null, "Firefox", "Bearer a", "/other"));

        assertThat(distinct).hasSize(8);
    }

    @Test
    void aClientBehindSeveralProxiesIsOneClient() {
        long throughOne = key("10.0.0.1", "192.0.2.1, 10.1.1.1", "Firefox", null, "/feed");

        assertThat(key("10.0.0.2", "192.0.2.1, 10.1.1.2", "Firefox", null, "/feed"))
                .isEqualTo(throughOne);
        assertThat(key("10.0.0.1", "", "Firefox", null, "/feed")).isNotEqualTo(throughOne);
    }

    @Test
    void withoutAnAddressNobodyIsRecognised() {
        assertThat(key(null, null, "Firefox", "Bearer a", "/feed")).isZero();
        assertThat(key(null, "", "Firefox", "Bearer a", "/feed")).isZero();
        assertThat(key(null, "192.0.2.1", "Firefox", null, "/feed")).isNotZero();
    }

    @Test
    void twoProcessesKnowAClientByDifferentKeys() {
        StreamRequest request = new StreamRequest("tomcat").line("GET", "/feed", "HTTP/1.1", "10.0.0.1");

        assertThat(ClientKeys.random().of(request))
                .isNotEqualTo(ClientKeys.random().of(request));
    }

    private long key(String address, String forwarded, String userAgent, String authorization, String template) {
        long client = keys.of(new StreamRequest("tomcat")
                .line("GET", "/feed", "HTTP/1.1", address)
                .header(StreamRequest.FORWARDED_FOR, forwarded)
                .header(StreamRequest.USER_AGENT, userAgent)
                .header(StreamRequest.AUTHORIZATION, authorization));
        return ClientKeys.at(client, template);
    }
}
