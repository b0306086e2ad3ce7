package io.sseagent.core.health;

/**
 * What the model keeps only so much of, each with the setting that says how much. {@link AgentHealth#overflow} counts what did
 * not fit: it is folded into {@code _other_}, passes unobserved, is forgotten, or is counted elsewhere.
 */
public enum Bound {
    /** Further routes share {@code _other_}. */
    ROUTES("http_route", "routes.max"),
    /** Further types of a route share {@code _other_}. */
    EVENT_TYPES("event", "event.types.max"),
    /** Further streams pass unobserved. */
    STREAMS("stream", "streams.max"),
    /** Further clients push out the one that left first. */
    RECONNECT_CLIENTS("reconnect_client", "reconnect.clients.max"),
    /** What a stream has no memory left for is counted in cells that it shares with its route. */
    STREAM_MEMORY("stream_memory", "stream.memory.max"),
    /** A sample does not look at further sockets; counted once for each sample that has met more. */
    SOCKETS("socket", "wire.sockets.max"),
    /** Further threads, tasks and executors that streams start pass unobserved. */
    STARTED_WORK("started_work", "orphans.tracked.max"),
    /** Further places that leave orphans share {@code _other_}. */
    ORPHAN_SITES("site", "orphans.sites.max"),
    /** Further values of a dimension, or codes of failures, share {@code _other_}. */
    DELIVERY_VALUES("delivery_value", "delivery.values.max"),
    /** Further combinations of dimensions share {@code _other_} in all of them. */
    DELIVERY_SERIES("delivery_series", "delivery.series.max"),
    /** Further events are not read. */
    DELIVERY_BUFFERS("delivery_buffer", "delivery.buffers.max");

    private final String label;
    private final String setting;

    Bound(String label, String setting) {
        this.label = label;
        this.setting = setting;
    }

    /** Value of the label {@code label}. */
    public String label() {
        return label;
    }

    /** Key of the setting. */
    public String setting() {
        return setting;
    }
}
