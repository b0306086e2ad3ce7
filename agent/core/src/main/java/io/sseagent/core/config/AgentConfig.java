package io.sseagent.core.config;

import io.sseagent.core.log.LogLevel;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Every setting of the agent: built once at start, immutable, passed down. A wrong setting is never an exception;
 * {@link #problems()} says what became of it.
 */
public final class AgentConfig {
    private final Settings settings;
    private final ExporterConfig exporter;
    private final ProtectionConfig protection;
    private final ModelConfig model;
    private final AudienceConfig audience;
    private final WireConfig wire;
    private final ResourceConfig resources;
    private final DeliveryConfig delivery;
    private final InstrumentationConfig instrumentation;
    private final List<String> problems;

    AgentConfig(Settings settings, List<String> problems) {
        this.settings = settings;
        this.exporter = new ExporterConfig(settings);
        this.protection = new ProtectionConfig(settings);
        this.model = new ModelConfig(settings);
        this.audience = new AudienceConfig(settings);
        this.wire = new WireConfig(settings);
        this.resources = new ResourceConfig(settings);
        this.delivery = new DeliveryConfig(settings);
        this.instrumentation = new InstrumentationConfig(settings);
        this.problems = problems;
    }

    /**
     * Reads agent arguments, system properties ({@code sse.agent.*}), environment ({@code SSE_AGENT_*}) and the file that
     * one of them names, in this order of precedence. Each input may be null; nothing is thrown for bad input.
     */
    public static AgentConfig load(
            String agentArguments, Properties systemProperties, Map<String, String> environment) {
        return ConfigLoader.load(agentArguments, systemProperties, environment);
    }

    /** Whether the agent is to do anything at all. */
    public boolean enabled() {
        return settings.get(ConfigKeys.ENABLED);
    }

    /** When the taps are armed in a JVM that is started with the agent. */
    public Arming arming() {
        return settings.get(ConfigKeys.ARMING);
    }

    /** The metrics endpoint. */
    public ExporterConfig exporter() {
        return exporter;
    }

    /** Kill switch and circuit breaker. */
    public ProtectionConfig protection() {
        return protection;
    }

    /** Limits and thresholds of the stream model. */
    public ModelConfig model() {
        return model;
    }

    /** What is told of the audience. */
    public AudienceConfig audience() {
        return audience;
    }

    /** How the connections of open streams are sampled. */
    public WireConfig wire() {
        return wire;
    }

    /** What is watched of what streams start. */
    public ResourceConfig resources() {
        return resources;
    }

    /** What goes into a flight recording. */
    public JfrConfig jfr() {
        return new JfrConfig(settings);
    }

    /** Whether the JVM and its process are told of. */
    public boolean jvmEnabled() {
        return settings.get(WatchKeys.JVM_ENABLED);
    }

    /** What is read of events. */
    public DeliveryConfig delivery() {
        return delivery;
    }

    /** Which instrumentations are applied. */
    public InstrumentationConfig instrumentation() {
        return instrumentation;
    }

    /** The level of the agent's own lines on standard error. */
    public LogLevel logLevel() {
        return settings.get(ConfigKeys.LOG_LEVEL);
    }

    /** The settings that some source gave, also when it gave the default; unmodifiable, in the table's order. */
    public List<Setting> givenSettings() {
        return settings.given();
    }

    /** What is wrong with the settings, one printable line each; unmodifiable, empty when all is well. */
    public List<String> problems() {
        return problems;
    }
}
