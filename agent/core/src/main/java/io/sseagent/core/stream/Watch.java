package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.parser.EventData;

/**
 * A part that follows streams beside the model and has metrics of its own. What it throws costs no stream: it is counted under its
 * component, and a part that fails ten times is left alone. It is never called for a write or an event, unless it asks for the
 * data of a stream's events.
 */
public abstract class Watch {
    /** What its failures are counted under, in {@code sse_agent_errors_total}. */
    public abstract String component();

    /** What is to read the events of a stream that is about to open, null if nobody; one part alone can read a stream's. */
    protected EventData eventData(StreamRequest request, EndpointKey endpoint) {
        return null;
    }

    /** A request for an event stream got something else. On the application's thread: hand over and return. */
    protected void refused(EndpointKey endpoint, RequestOutcome outcome) {}

    /** A stream has opened. On the application's thread, outside of all locks: hand over and return. */
    protected void opened(StreamLife stream, StreamRequest request) {}

    /** A stream has ended; once for each that opened, on any thread, outside of all locks. */
    protected void closed(StreamLife stream, CloseReason reason) {}

    /** Once a second on the agent's thread, from the first stream on, also while the agent is disabled. */
    protected void look() throws Exception {}

    /** Adds its families to a reading; not while the agent is disabled. On a reader's thread, one at a time. */
    protected void read(MetricSink sink) {}
}
