package io.sseagent.core.log;

/** How much the agent says about itself on standard error; each level includes the ones before it. */
public enum LogLevel {
    /** Nothing at all. */
    OFF,
    /** The agent, or a part of it, does not work. */
    ERROR,
    /** Something is not as the operator asked for, such as a wrong setting or a used port. */
    WARN,
    /** What happens once: the line at start, the address of the endpoint. */
    INFO,
    /** Everything, with stack traces. */
    DEBUG
}
