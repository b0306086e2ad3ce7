package io.sseagent.benchmarks.app;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The line between an application and the overhead run: commands on standard input, answers on standard output behind an at
 * sign. The process ends with its input, so that none outlives the run.
 */
final class Control implements Runnable {
    private static final int COLLECTIONS = 3;
    private static final long COLLECTION_PAUSE_MILLIS = 150;
    private static final long BYTES_PER_KILOBYTE = 1024;

    private final HeldStreams held;
    // taken before a framework can redirect it
    private final PrintStream out = System.out;

    private Control(HeldStreams held) {
        this.held = held;
    }

    /** Listens for commands; {@code held} are the streams that {@code broadcast} writes to. */
    static Control start(HeldStreams held) {
        Control control = new Control(held);
        Thread thread = new Thread(control, "control");
        thread.setDaemon(true);
        thread.start();
        return control;
    }

    /** Tells that requests are welcome at {@code port}. */
    void listening(int port) {
        answer("listening " + port);
    }

    @Override
    public void run() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                answer(execute(command.split(" ", -1)));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            answer("failed " + e);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private String execute(String[] command) throws IOException, InterruptedException {
        switch (command[0]) {
            case "broadcast" -> {
                held.broadcast(Integer.parseInt(command[1]));
                return "sent";
            }
            case "gc" -> {
                for (int i = 0; i < COLLECTIONS; i++) {
                    System.gc();
                    Thread.sleep(COLLECTION_PAUSE_MILLIS);
                }
                return statistics();
            }
            case "stats" -> {
                return statistics();
            }
            default -> throw new IllegalArgumentException(command[0]);
        }
    }

    private void answer(String line) {
        out.print("@" + line + "\n");
        out.flush();
    }

    private static String statistics() throws IOException {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long metaspace = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals("Metaspace")) {
                metaspace = pool.getUsage().getUsed();
            }
        }
        return "stats " + process.getProcessCpuTime() + " " + allocatedBytes() + " "
                + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + " "
                + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() + " " + metaspace + " "
                + residentBytes();
    }

    /** Of all threads; before Java 21 of those that are alive, so the applications keep theirs. */
    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try {
            return (Long)
                    ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(threads);
        } catch (ReflectiveOperationException beforeJava21) {
            long sum = 0;
            for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
                sum += Math.max(0, bytes);
            }
            return sum;
        }
    }

    /** 0 where the operating system has no {@code /proc}. */
    private static long residentBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_PER_KILOBYTE;
                }
            }
        }
        return 0;
    }
}
