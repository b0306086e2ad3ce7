package io.sseagent.benchmarks.overhead;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were measured on. */
final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private static final int OTHER_DESCRIPTORS = 500;

    private Machine() {}

    static String describe(Path java) throws IOException {
        return Runtime.getRuntime().availableProcessors() + " cores" + cpuModel() + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.version") + ", " + javaVersion(java);
    }

    /** What else ran: a figure that was measured under load says so. */
    static String loadAverage() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }

    /** How many streams a process can hold: each is a file descriptor, in the server as in the client. */
    static int mostStreams() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(Integer.MAX_VALUE, system.getMaxFileDescriptorCount() - OTHER_DESCRIPTORS)
                : Integer.MAX_VALUE;
    }

    private static String cpuModel() throws IOException {
        if (Files.isReadable(CPUS)) {
            for (String line : Files.readAllLines(CPUS)) {
                if (line.startsWith("model name")) {
                    return " (" + line.substring(line.indexOf(':') + 1).trim() + ")";
                }
            }
        }
        return "";
    }

    private static String javaVersion(Path java) throws IOException {
        Process process = new ProcessBuilder(java.toString(), "-version")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            String first = out.readLine();
            while (out.readLine() != null) {
                // let it end
            }
            return first;
        }
    }
}
