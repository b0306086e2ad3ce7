package io.sseagent.core.config;

/** Where a setting came from, the strongest first. */
public enum Origin {
    /** {@code -javaagent:sse-agent.jar=key=value} or the attach command. */
    ARGUMENT,
    /** {@code -Dsse.agent.<key>}. */
    SYSTEM_PROPERTY,
    /** {@code SSE_AGENT_<KEY>}. */
    ENVIRONMENT,
    /** The properties file named by {@code config.file}. */
    FILE,
    /** Nobody said anything, or what was said is not accepted. */
    DEFAULT
}
