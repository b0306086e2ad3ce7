package io.sseagent.core.config;

/** One of the four places that settings are read from. */
interface SettingsSource {
    /** Offers each known key and reports each unknown one. */
    void readInto(GivenSettings given, Problems problems);

    /** The source in words, for a message that it could not be read. */
    String describe();
}
