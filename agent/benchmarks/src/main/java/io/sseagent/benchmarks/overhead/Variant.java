package io.sseagent.benchmarks.overhead;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One way to run an application: a name and the JVM arguments that make it so. */
record Variant(String name, Path agentJar, List<String> jvmArguments) {

    static Variant withoutAgent(String name, String... jvmArguments) {
        return new Variant(name, null, List.of(jvmArguments));
    }

    /** @param agentArguments what follows the jar in {@code -javaagent}, with its equals sign, or empty */
    static Variant withAgent(String name, Path agentJar, String agentArguments, String... jvmArguments) {
        List<String> arguments = new java.util.ArrayList<>();
        arguments.add("-javaagent:" + agentJar + agentArguments);
        arguments.addAll(List.of(jvmArguments));
        return new Variant(name, agentJar, arguments);
    }

    /** Whether the agent's jar is there; without an agent always. */
    boolean isAvailable() {
        return agentJar == null || Files.isRegularFile(agentJar);
    }
}
