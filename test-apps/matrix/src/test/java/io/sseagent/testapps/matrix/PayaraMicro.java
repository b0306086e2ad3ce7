package io.sseagent.testapps.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stock Payara Micro, which is one executable jar; {@code grizzly} is its version. An impatient one gives a write up after a second,
 * and a request after five.
 */
record PayaraMicro(String version, String grizzly, War war, int newestJdk, boolean impatient) implements OverGrizzly {
    private static final String NETWORK = "set configs.config.server-config.network-config.";
    private static final String IMPATIENT = NETWORK + "transports.transport.tcp.write-timeout-millis=1000\n" + NETWORK
            + "protocols.protocol.http-listener.http.request-timeout-seconds=5\n";
    private static final Pattern READY = Pattern.compile("Payara Micro URLs:\\s+http://[^:/\\s]+:(\\d+)/");

    @Override
    public String title() {
        return "payara-micro " + version + " with " + war;
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String artifact() {
        return "fish.payara.extras:payara-micro:" + version;
    }

    @Override
    public List<String> arguments(Path folder) {
        Path application = folder.resolve(war.context() + ".war");
        Path commands = folder.resolve("commands");
        try {
            Files.copy(war.file(), application);
            Files.writeString(commands, impatient ? IMPATIENT : "");
        } catch (IOException notCopied) {
            throw new UncheckedIOException(notCopied);
        }
        return List.of(
                "-jar",
                Download.file(artifact())
                        .resolve("payara-micro-" + version + ".jar")
                        .toString(),
                "--rootDir",
                folder.resolve("root").toString(),
                "--port",
                Integer.toString(FreePort.take()),
                "--nocluster",
                "--prebootcommandfile",
                commands.toString(),
                "--deploy",
                application.toString());
    }

    @Override
    public Pattern ready() {
        return READY;
    }
}
