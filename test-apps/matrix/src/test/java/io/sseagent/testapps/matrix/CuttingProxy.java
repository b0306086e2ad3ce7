package io.sseagent.testapps.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A haproxy in front of an application that gives a silent response up after a second. Without haproxy the test is skipped. */
final class CuttingProxy implements AutoCloseable {
    private final int port = FreePort.take();
    private final Process process;

    CuttingProxy(URI application, Path folder) {
        MachineProgram haproxy = MachineProgram.require("haproxy", "haproxy");
        Path settings = folder.resolve("haproxy.cfg");
        try {
            Files.writeString(settings, """
                    defaults
                        mode http
                        timeout connect 30s
                        timeout client 30s
                        timeout server 1s
                    listen application
                        bind 127.0.0.1:%d
                        server one 127.0.0.1:%d
                    """.formatted(port, application.getPort()));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        process = haproxy.start(folder.resolve("haproxy.log"), "-db", "-f", settings.toString());
    }

    /** What clients see. */
    URI application() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
