package io.sseagent.testapps.matrix.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Given behind the agent under test, so that it sees the classes that the other has woven. Its argument is a list of places
 * {@code class#method} inside that agent, or the fault that every advice throws the first time; the tests then tell it more over a
 * socket of the loopback interface.
 */
public final class FaultAgent {
    private FaultAgent() {}

    /** Called by the JVM. */
    public static void premain(String argument, Instrumentation instrumentation)
            throws IOException, UnmodifiableClassException {
        FaultTransformer transformer = new FaultTransformer();
        for (String place : argument.split(",")) {
            if (place.contains("#")) {
                transformer.enter(place);
            } else {
                Faults.armFirstOfEach(Fault.valueOf(place));
            }
        }
        instrumentation.addTransformer(transformer, true);
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (transformer.enters(loaded.getName())) {
                instrumentation.retransformClasses(loaded);
            }
        }
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> obey(server, transformer), "faults");
        thread.setDaemon(true);
        thread.start();
        System.out.println("[faults] listens at " + server.getLocalPort() + ".");
    }

    private static void obey(ServerSocket server, FaultTransformer transformer) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("arm")) {
                    Faults.arm(words[1], Fault.valueOf(words[2]), Integer.parseInt(words[3]));
                } else if (words[0].equals("disarm")) {
                    Faults.disarm();
                } else {
                    places(transformer).forEach((place, state) -> out.println(place + " " + state));
                }
                out.println(".");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Per place whether it is in any class now, how often it was reached and how often it threw. */
    private static Map<String, String> places(FaultTransformer transformer) {
        Map<String, String> places = new TreeMap<>();
        Faults.counts().forEach((place, counts) -> places.put(place, "false " + counts));
        for (String place : transformer.woven()) {
            places.merge(place, "true 0 0", (counted, none) -> counted.replace("false", "true"));
        }
        return places;
    }
}
