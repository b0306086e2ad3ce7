package io.sseagent.core.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A folder like {@code /proc/net} of a machine that stores the low byte first. */
final class ProcNet {
    static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
    private static final int ESTABLISHED = 1;

    private final Path folder;
    private final StringBuilder six = new StringBuilder(HEADER);
    private int lines;

    ProcNet(Path folder) {
        this.folder = folder;
    }

    /** A connection from 192.0.2.{@code host} to port 8080, as a socket for both versions of IP has it. */
    ProcNet peer(int host, int port, long queued) {
        return peer(host, port, ESTABLISHED, queued, 0);
    }

    ProcNet peer(int host, int port, int state, long queued, int retransmits) {
        String local = "0000000000000000FFFF0000010200C0:1F90";
        String remote = String.format("0000000000000000FFFF0000%02X0200C0:%04X", host, port);
        six.append(line(lines++, local, remote, state, queued, retransmits));
        return this;
    }

    static String line(int number, String local, String remote, int state, long queued, int retransmits) {
        return String.format(
                Locale.ROOT,
                "%4d: %s %s %02X %08X:00000000 01:00000014 %08X  1000        0 %d 1 0000000000000000 20 4 30 10 -1%n",
                number,
                local,
                remote,
                state,
                queued,
                retransmits,
                11_554_267 + number);
    }

    /** Ends the table and begins the next one. */
    void write() {
        write("tcp6", six.toString());
        six.setLength(HEADER.length());
        lines = 0;
    }

    void write(String name, String text) {
        try {
            Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
