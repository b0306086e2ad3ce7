package io.sseagent.core.delivery;

/** A part of the way of an event. What follows the write is the network's, which no byte of the response tells of. */
enum Leg {
    /** Within the application and what it gets its events from. */
    EVENT_TO_PUBLISH("event_to_publish"),
    /** From the application's hands into the response. */
    PUBLISH_TO_WRITE("publish_to_write"),
    /** All of it. */
    EVENT_TO_WRITE("event_to_write");

    private final String label;

    Leg(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
