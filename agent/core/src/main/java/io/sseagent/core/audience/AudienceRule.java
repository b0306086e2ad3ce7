package io.sseagent.core.audience;

import io.sseagent.core.config.AudienceConfig;

/** Which health a stream had, decided when it ends. Immutable. */
final class AudienceRule {
    private final boolean programsAreSuspect;
    private final int suspectStreams;
    private final long stableNanos;

    AudienceRule(AudienceConfig config) {
        this.programsAreSuspect = config.programsAreSuspect();
        this.suspectStreams = config.suspectStreams();
        this.stableNanos = config.stableAfterNanos();
    }

    /**
     * The first that holds: automation by its own word, or by how often; then by age.
     *
     * @param ended streams of the same client that ended within the window, with this one
     */
    AudienceHealth of(boolean program, int ended, long ageNanos) {
        if ((program && programsAreSuspect) || ended >= suspectStreams) {
            return AudienceHealth.AUTOMATION_SUSPECT;
        }
        return ageNanos >= stableNanos ? AudienceHealth.STABLE : AudienceHealth.NORMAL;
    }
}
