package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HeaderBlockTest {

    /** The first response of RFC 7541, appendix C.6: status, cache-control, date, location. */
    @Test
    void a_block_is_its_fields_without_the_date() {
        byte[] block = HexFormat.of()
                .parseHex(
                        "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8"
                                + "e9ae82ae43d3");

        assertThat(HeaderBlock.fields(block))
                .containsExactly(
                        "kept name 8: 6402",
                        "kept name 24: aec3771a4b",
                        "kept name 33: ",
                        "kept name 46: 9d29ad171863c78f0b97c8e9ae82ae43d3");
    }

    @Test
    void a_request_can_be_read_back() {
        String path = "/" + "p".repeat(400);
        assertThat(HeaderBlock.fields(HeaderBlock.get("host:1", path)))
                .containsExactly(
                        "indexed 2", "indexed 6", "literal name 1: " + hex("host:1"), "literal name 4: " + hex(path));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
