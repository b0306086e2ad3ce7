package io.sseagent.core.health;

/** What the kill switch acts on. */
public interface Switchable {
    /** Goes on or stops; any thread, returns at once, must not throw. */
    void switchTo(boolean on);
}
