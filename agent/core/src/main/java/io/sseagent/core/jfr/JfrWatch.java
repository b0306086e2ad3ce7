package io.sseagent.core.jfr;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.config.JfrConfig;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamLife;
import io.sseagent.core.stream.StreamModel;
import io.sseagent.core.stream.Watch;
import java.util.HashSet;
import java.util.Set;

/**
 * Puts streams into a flight recording that somebody else has started. Until then it asks once a second whether there is one; without it,
 * an opening or end costs one volatile read.
 */
public final class JfrWatch extends Watch {
    private final StreamModel model;
    private final JfrConfig config;
    private final Clock clock;
    private final FlightRecorder recorder;
    private volatile StreamEvents events;

    // Of the agent's thread.
    private Set<StreamLife> stalled = new HashSet<>();
    private long lookedEpochMillis;

    /** Finds the JVM's recorder, if it has one. */
    public JfrWatch(StreamModel model, JfrConfig config, Clock clock) {
        this(model, config, clock, ClassLoader.getSystemClassLoader());
    }

    JfrWatch(StreamModel model, JfrConfig config, Clock clock, ClassLoader loader) {
        this.model = model;
        this.config = config;
        this.clock = clock;
        this.recorder = FlightRecorder.in(loader);
    }

    @Override
    public String component() {
        return "jfr";
    }

    @Override
    protected void opened(StreamLife stream, StreamRequest request) {
        StreamEvents known = events;
        if (known != null) {
            try {
                known.opened(stream);
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    @Override
    protected void closed(StreamLife stream, CloseReason reason) {
        StreamEvents known = events;
        if (known != null) {
            try {
                known.closed(stream, reason, clock.nanos() - stream.openedNanos());
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    @Override
    protected void look() throws ReflectiveOperationException {
        if (recorder == null) {
            return;
        }
        if (events == null) {
            if (!recorder.isInUse()) {
                return;
            }
            events = new StreamEvents(recorder);
        }
        long sinceEpochMillis = lookedEpochMillis;
        lookedEpochMillis = clock.epochMillis();
        lookAtStreams(events, sinceEpochMillis);
    }

    private void lookAtStreams(StreamEvents known, long sinceEpochMillis) throws ReflectiveOperationException {
        long now = clock.nanos();
        Set<StreamLife> silent = new HashSet<>();
        for (StreamLife stream : model.openStreams()) {
            long silence = now - stream.silentSinceNanos();
            if (silence > config.stalledAfterNanos()) {
                silent.add(stream);
                if (!stalled.contains(stream)) {
                    known.stalled(stream, silence);
                }
            }
            // without its end, so that a write of this very millisecond is told once, at the next look
            long endedEpochMillis = stream.slowestWriteEpochMillis();
            boolean isNew = endedEpochMillis >= sinceEpochMillis && endedEpochMillis < lookedEpochMillis;
            if (isNew && stream.slowestWriteNanos() >= config.slowWriteNanos()) {
                known.slowWrite(stream);
            }
        }
        stalled = silent;
    }
}
