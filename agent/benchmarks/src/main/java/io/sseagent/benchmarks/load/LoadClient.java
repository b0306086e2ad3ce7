package io.sseagent.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The process that asks. Commands on standard input, one answer each on standard output:
 *
 * <pre>
 *   run PORT CONNECTIONS REQUESTS PAUSE_MICROS PATH   answers "done NANOS BYTES"
 *   hold PORT CONNECTIONS PATH                        answers "holding" when each has begun; they stay open
 * </pre>
 */
public final class LoadClient {

    private LoadClient() {}

    /** Obeys until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] command = line.split(" ", -1);
                int port = command.length > 1 ? Integer.parseInt(command[1]) : 0;
                switch (command[0]) {
                    case "run" ->
                        answer(new RequestLoop(port, number(command, 2), number(command, 3), number(command, 4))
                                .run(command[5]));
                    case "hold" -> {
                        HeldConnections.open(port, number(command, 2), command[3]);
                        answer("holding");
                    }
                    default -> throw new IllegalArgumentException(line);
                }
            }
        }
    }

    private static int number(String[] command, int index) {
        return Integer.parseInt(command[index]);
    }

    private static void answer(String line) {
        System.out.print("@" + line + "\n");
        System.out.flush();
    }
}
