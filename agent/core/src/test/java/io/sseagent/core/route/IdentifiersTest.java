package io.sseagent.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "feed",
                "v1",
                "v12",
                "v2beta1",
                "s3",
                "h2",
                "oauth2",
                "i18n",
                "k8s",
                "p2p",
                "log4j2",
                "base64",
                "win32",
                "mp3",
                "utf-8",
                "api-v2",
                "step-1",
                "hystrix.stream",
                "actuator",
                "deadbeef",
                "facade",
                "index.html",
                "$metadata",
                "getCustomerOrderHistory",
                "OAuth2Callback",
                "order-created",
                "order:created",
                "customer_profile_updated",
                "a-rather-long-name-of-an-event-stream",
            })
    void thisIsAName(String text) {
        assertThat(looksLikeOne(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "4711",
                "2024",
                "2024-01-31",
                "10.0.0.1",
                "1,2,3",
                "12:30",
                "52.52",
                "1_000",
                "f47ac10b-58cc-4372-a567-0e02b2c3d479",
                "F47AC10B-58CC-4372-A567-0E02B2C3D479",
                "f47ac10b58cc4372a5670e02b2c3d479",
                "aaaaaaaa-aaaa-4aaa-aaaa-aaaaaaaaaaaa",
                "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "01JABCDEFGHJKMNPQRSTVWXYZA",
                "507f1f77bcf86cd799439011",
                "da39a3ee",
                "a1b2c3d",
                "deadbee1",
                "dQw4w9WgXcQ",
                "V1StGXR8_Z5jdHi6B-myT",
                "dGhpc0lzQVRva2Vu",
                "eyJhbGciOiJIUzI1NiJ9",
                "order-4711",
                "room-12",
                "user_42",
                "user123",
                "v1.2.3",
                "tenant:17",
                "cus_9s6XKzkNRiz8i3",
                "alice@example.org",
                "alice%40example.org",
                "na\u00efve",
                "\u66f4\u65b0",
                "~alice",
                "a b",
                "a=b",
                "a+b",
                "line\nbreak",
                "nul\0",
                "tab\t",
                "del\u007f",
                "quote\"",
                "back\\slash",
                "{braces}",
                "<script>",
                "lone\ud800surrogate",
                "a-name-that-is-longer-than-any-sensible-name",
            })
    void thisIsOneOfMany(String text) {
        assertThat(looksLikeOne(text)).isTrue();
    }

    @Test
    void lengthIsNoTrouble() {
        assertThat(Identifiers.looksLikeOne("a".repeat(40))).isFalse();
        assertThat(Identifiers.looksLikeOne("a".repeat(41))).isTrue();
        assertThat(Identifiers.looksLikeOne("a".repeat(1_000_000))).isTrue();
    }

    @Test
    void onlyTheGivenBytesAreRead() {
        byte[] bytes = "feed12345678".getBytes(StandardCharsets.UTF_8);

        assertThat(Identifiers.looksLikeOne(bytes, 4)).isFalse();
        assertThat(Identifiers.looksLikeOne(bytes, bytes.length)).isTrue();
    }

    /** Text and bytes must agree. */
    private static boolean looksLikeOne(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean result = Identifiers.looksLikeOne(text);
        assertThat(Identifiers.looksLikeOne(bytes, bytes.length)).isEqualTo(result || bytes.length > 40);
        return result;
    }
}
