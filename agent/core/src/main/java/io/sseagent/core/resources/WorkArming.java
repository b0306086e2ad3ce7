package io.sseagent.core.resources;

/** Weaves what tells of started threads, tasks and executors. */
public interface WorkArming {
    /** Called once, on the agent's thread, when a stream has opened and the ledger is there. */
    void arm();
}
