package io.sseagent.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketTableTest {
    private static final String IPV4 =
            "   3: 0100007F:1F90 C80200C0:D431 01 0000002E:00000000 01:00000014 00000002  1000        0 4711 1";
    private static final String IPV6 =
            "   4: 00000000000000000000000001000000:1F90 B80D0120000000000000000001000000:D431 08"
                    + " 00000000:00000000 00:00000000 00000000     0        0 4712 1";

    private final SocketHash hash = new SocketHash(42);
    private final List<String> shown = new ArrayList<>();
    private int wantedPort = 8080;

    private final SocketListener listener = new SocketListener() {
        @Override
        public boolean wants(int localPort) {
            return localPort == wantedPort;
        }

        @Override
        public void socket(long socket, int state, long queuedBytes, long retransmits) {
            shown.add(socket + " " + state + " " + queuedBytes + " " + retransmits);
        }
    };

    @Test
    void a_line_of_the_table_of_ipv4_is_the_connection_that_a_server_knows() throws Exception {
        assertThat(read(IPV4, true)).isTrue();

        long expected = hash.of(InetAddress.getByName("192.0.2.200"), 0xd431, 8080);
        assertThat(shown).containsExactly(expected + " 1 46 2");
        assertThat(hash.of("192.0.2.200", 0xd431, 8080)).isEqualTo(expected);
    }

    @Test
    void so_is_one_of_ipv6() throws Exception {
        assertThat(read(IPV6, true)).isTrue();

        long expected = hash.of(InetAddress.getByName("2001:db8::1"), 0xd431, 8080);
        assertThat(shown).containsExactly(expected + " 8 0 0");
        assertThat(hash.of("2001:db8:0:0:0:0:0:1", 0xd431, 8080)).isEqualTo(expected);
    }

    @Test
    void a_connection_of_ipv4_is_the_same_in_the_table_of_ipv6() {
        read(
                IPV4.replace("0100007F", "0000000000000000FFFF00000100007F")
                        .replace("C80200C0", "0000000000000000FFFF0000C80200C0"),
                true);

        assertThat(shown).containsExactly(hash.of("192.0.2.200", 0xd431, 8080) + " 1 46 2");
    }

    /** As s390x prints them. */
    @Test
    void a_machine_that_stores_the_high_byte_first_prints_addresses_as_they_are() {
        assertThat(read(IPV4.replace("C80200C0", "C00002C8"), false)).isTrue();

        assertThat(shown).containsExactly(hash.of("192.0.2.200", 0xd431, 8080) + " 1 46 2");
    }

    @Test
    void what_nobody_wants_is_counted_and_not_shown() {
        wantedPort = 443;

        assertThat(read(IPV4, true)).isTrue();
        assertThat(shown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   3: 0100007F:1F90 C80200C0",
                "   3: 0100007F:1F90 C80200C0:D431 01 0000002E",
                "   3: 0100007F:1F90 C80200C0:D431 01 0000002E:00000000 01:00000014",
                "   3: 0100007F",
                "   3: 01007F:1F90 C80200C0:D431 01 0000002E:00000000 01:00000014 00000002",
                ":::::::::",
                "\u0000\u00ff\u0080",
                "   3 0100007F:1F90"
            })
    void what_is_no_socket_is_passed_over(String line) {
        assertThat(read(line, true)).isFalse();
        assertThat(shown).isEmpty();
    }

    @Test
    void every_beginning_of_a_line_is_harmless() {
        for (int length = 0; length < IPV6.length(); length++) {
            read(IPV6.substring(0, length), true);
        }
        assertThat(shown).allMatch(line -> line.endsWith(" 8 0 0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "example.org", "1.2.3", "1.2.3.4.5", "1.2.3.999", "", "fe80::1%nowhere", "dead.beef"
            })
    void what_is_no_address_is_not_known_and_not_looked_up(String peer) {
        assertThat(hash.of(peer, 1, 2)).isEqualTo(SocketHash.NONE);
    }

    @Test
    void a_connection_without_a_port_is_not_known() {
        assertThat(hash.of("192.0.2.1", -1, 8080)).isEqualTo(SocketHash.NONE);
        assertThat(hash.of("192.0.2.1", 1, 0)).isEqualTo(SocketHash.NONE);
        assertThat(hash.of(null, 1, 8080)).isEqualTo(SocketHash.NONE);
        assertThat(hash.of("192.0.2.1", 1, 8080)).isNotEqualTo(SocketHash.NONE);
    }

    private boolean read(String line, boolean littleEndian) {
        byte[] bytes = ("xx" + line + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return new SocketTable(hash, littleEndian).line(bytes, 2, bytes.length - 1, listener);
    }
}
