package io.sseagent.core.stream;

/**
 * The first events after a {@code Last-Event-ID}, until it is known what the application made of it. Integers may have holes by
 * nature, when a route's events are numbered with those of others: a jump is a gap only if the next id shows that this stream counts one by
 * one. Of its stream's writer.
 */
final class Resumption {
    private final EventPosition last;
    private EventPosition first;
    private String id;

    private Resumption(EventPosition last) {
        this.last = last;
    }

    /** Null if {@code lastEventId}, which may be null, tells no order. */
    static Resumption after(String lastEventId) {
        EventPosition last = lastEventId == null ? null : EventPosition.of(lastEventId);
        return last == null ? null : new Resumption(last);
    }

    /** The block that is about to end has this id. */
    void id(String blockId) {
        id = blockId;
    }

    /** What is known after this event, or null if that takes one more. */
    ResumeOutcome event() {
        EventPosition position = id == null ? null : EventPosition.of(id);
        id = null;
        if (first != null) {
            return position != null && position.isComparableWith(first) && position.follows(first)
                    ? ResumeOutcome.GAP
                    : ResumeOutcome.CONTINUED;
        }
        if (position == null || !position.isComparableWith(last)) {
            return ResumeOutcome.IGNORED;
        }
        if (!position.isAfter(last)) {
            return ResumeOutcome.REPEAT;
        }
        if (position.follows(last) || !position.counts()) {
            return ResumeOutcome.CONTINUED;
        }
        first = position;
        return null;
    }

    /** What is known when the stream ends before that; null if there was no event. */
    ResumeOutcome end() {
        return first == null ? null : ResumeOutcome.GAP;
    }
}
