package io.sseagent.core.wire;

import java.nio.charset.StandardCharsets;

/** The counter of retransmitted segments in {@code /proc/net/snmp}: a line of names and one of numbers, both of which begin alike. */
final class TcpStatistics implements LineReader.Lines {
    private static final String TCP = "Tcp:";
    private static final String RETRANSMITTED = "RetransSegs";

    private String[] names;
    private long retransmitted = -1;

    /** Negative if it was not there. */
    long retransmitted() {
        return retransmitted;
    }

    @Override
    public boolean line(byte[] bytes, int from, int to) {
        String line = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (!line.startsWith(TCP)) {
            return true;
        }
        String[] words = line.split(" ");
        if (names == null) {
            names = words;
            return true;
        }
        for (int i = 0; i < Math.min(names.length, words.length); i++) {
            if (names[i].equals(RETRANSMITTED)) {
                retransmitted = parse(words[i]);
            }
        }
        return false;
    }

    private static long parse(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
