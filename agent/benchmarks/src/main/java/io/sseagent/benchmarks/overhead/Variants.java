package io.sseagent.benchmarks.overhead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The variants that are compared. Every other agent runs without a backend and as quiet as it can be. */
final class Variants {
    /** The base of every comparison. */
    static final String NONE = "none";

    private static final String ANY_PORT = "0";

    private final Path agents;
    private final Path sseAgent;
    private final Path scratch;

    /**
     * @param agents folder of the other agents' jars, named without versions
     * @param sseAgent our jar
     * @param scratch folder for files that an agent has to be given
     */
    Variants(Path agents, Path sseAgent, Path scratch) {
        this.agents = agents;
        this.sseAgent = sseAgent;
        this.scratch = scratch;
    }

    /** All of them, no agent first, whether their jars are there or not. */
    List<Variant> all() throws IOException {
        List<Variant> all = new ArrayList<>();
        all.add(Variant.withoutAgent(NONE));
        // the same again: what differs is the noise of this run
        all.add(Variant.withoutAgent("none again", "-Dbenchmark.again=true"));
        all.add(Variant.withAgent("sse-agent", sseAgent, "=host=127.0.0.1,port=" + ANY_PORT + ",log.level=warn"));
        all.add(Variant.withAgent(
                "opentelemetry",
                agents.resolve("opentelemetry-javaagent.jar"),
                "",
                "-Dotel.service.name=benchmark",
                "-Dotel.javaagent.logging=none",
                "-Dotel.traces.exporter=none",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none"));
        all.add(Variant.withAgent(
                "datadog",
                agents.resolve("dd-java-agent.jar"),
                "",
                "-Ddd.service=benchmark",
                "-Ddd.agent.host=127.0.0.1",
                "-Ddd.trace.startup.logs=false",
                "-Ddatadog.slf4j.simpleLogger.defaultLogLevel=off"));
        all.add(Variant.withAgent(
                "elastic",
                agents.resolve("elastic-apm-agent.jar"),
                "",
                "-Delastic.apm.service_name=benchmark",
                "-Delastic.apm.server_url=http://127.0.0.1:8200",
                "-Delastic.apm.cloud_provider=NONE",
                "-Delastic.apm.central_config=false",
                "-Delastic.apm.log_level=OFF"));
        all.add(Variant.withAgent(
                "jmx exporter",
                agents.resolve("jmx_prometheus_javaagent.jar"),
                "=127.0.0.1:" + ANY_PORT + ":" + jmxConfiguration()));
        all.add(Variant.withoutAgent("by hand", "-Dbenchmark.hand=true"));
        return all;
    }

    private Path jmxConfiguration() throws IOException {
        return Files.writeString(scratch.resolve("jmx.yaml"), "rules:\n- pattern: \".*\"\n");
    }
}
