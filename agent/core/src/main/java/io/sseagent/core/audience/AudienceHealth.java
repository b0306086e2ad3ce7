package io.sseagent.core.audience;

import java.util.Locale;

/** How a stream of a known age ended up, by the rule in {@code agent/METRICS.md}. */
enum AudienceHealth {
    NORMAL,
    STABLE,
    AUTOMATION_SUSPECT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
