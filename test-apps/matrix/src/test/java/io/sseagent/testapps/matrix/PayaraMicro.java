package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A stock Payara Micro, which is one executable jar; {@code grizzly} is its version. */
record PayaraMicro(String version, String grizzly, War war, int newestJdk) implements Distribution {
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
        try {
            Files.copy(war.file(), application);
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
                "--deploy",
                application.toString());
    }

    @Override
    public Pattern ready() {
        return READY;
    }

    @Override
    public String tap() {
        return "grizzly";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return grizzly;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.NON_BLOCKING, Capability.ENDS_TIMED_OUT_RESPONSE);
    }
}
