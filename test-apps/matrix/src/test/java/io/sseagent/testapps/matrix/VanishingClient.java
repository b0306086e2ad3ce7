package io.sseagent.testapps.matrix;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A client in a network of its own, of which nothing is heard any more when it has vanished: no packet and no rejection. Needs root and
 * the programs {@code ip} and {@code bash}; without them the test is skipped.
 */
final class VanishingClient implements AutoCloseable {
    /** For documentation (RFC 5737), hence nobody's. */
    private static final String SERVER = "198.51.100.1";

    private static final String CLIENT = "198.51.100.2/30";

    private final MachineProgram ip = MachineProgram.require("ip", "iproute2");
    private final String network = "sse" + ProcessHandle.current().pid();
    private Process client;

    VanishingClient() {
        MachineProgram.require("bash", "bash");
        setUp("netns", "add", network);
        // the name of an interface has 15 characters at most
        String outside = network + "o";
        setUp("link", "add", outside, "type", "veth", "peer", "name", "inside", "netns", network);
        setUp("addr", "add", SERVER + "/30", "dev", outside);
        setUp("link", "set", outside, "up");
        setUp("-n", network, "addr", "add", CLIENT, "dev", "inside");
        setUp("-n", network, "link", "set", "inside", "up");
    }

    private void setUp(String... arguments) {
        Optional<String> problem = ip.run(arguments);
        if (problem.isPresent()) {
            close();
        }
        assumeTrue(problem.isEmpty(), () -> "no network can be made, which needs root: " + problem.orElse(""));
    }

    /** Asks for an address of the application, which listens to all of the machine's own, and reads all that comes. */
    void ask(URI application, String address, Path folder) {
        String script = "exec 3<>/dev/tcp/" + SERVER + "/" + application.getPort() + "; printf 'GET " + address
                + " HTTP/1.1\\r\\nHost: " + SERVER + "\\r\\n\\r\\n' >&3; exec cat <&3";
        client = ip.start(folder.resolve("client.log"), "netns", "exec", network, "bash", "-c", script);
    }

    void vanish() {
        run("-n", network, "addr", "del", CLIENT, "dev", "inside");
    }

    void returnToNetwork() {
        run("-n", network, "addr", "add", CLIENT, "dev", "inside");
    }

    /** Closes its connection; the network stays, so that the application can be told. */
    void leave() {
        if (client == null) {
            return;
        }
        client.destroyForcibly().onExit().join();
    }

    private void run(String... arguments) {
        Optional<String> problem = ip.run(arguments);
        if (problem.isPresent()) {
            throw new IllegalStateException(problem.get());
        }
    }

    @Override
    public void close() {
        leave();
        ip.run("netns", "del", network);
    }
}
