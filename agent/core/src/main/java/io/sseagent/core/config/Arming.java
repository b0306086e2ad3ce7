package io.sseagent.core.config;

/** When the classes of the application are looked at for the first time. */
public enum Arming {
    /** From the first class on, so that nothing is missed. */
    START,
    /** When the boot has calmed, so that it takes as long as without the agent. */
    DEFERRED
}
