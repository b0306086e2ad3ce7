package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.parser.EventData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parts that follow the streams of one model, each behind a guard of its own. Thread-safe; only looks throw. */
public final class Watches {
    private final AgentHealth health;
    private final AdviceFailureListener listener;
    private volatile GuardedWatch[] all = {};
    private volatile boolean awake;

    Watches(AgentHealth health, AdviceFailureListener listener) {
        this.health = health;
        this.listener = listener;
    }

    /** Adds one; before the model is installed, for it hears of no stream that is open already. */
    public synchronized void add(Watch watch) {
        GuardedWatch[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = new GuardedWatch(watch, health, listener);
        all = more;
    }

    /** Every part, in the order in which they were added. */
    public List<Watch> all() {
        List<Watch> watches = new ArrayList<>();
        for (GuardedWatch guarded : all) {
            watches.add(guarded.watch);
        }
        return watches;
    }

    /** Lets a part look, if a stream has opened yet. What it throws goes on to the caller. On the agent's thread. */
    public void look(Watch watch) throws Exception {
        if (awake) {
            watch.look();
        }
    }

    /** Adds what all parts have to tell. */
    public void read(MetricSink sink) {
        for (GuardedWatch watch : all) {
            watch.read(sink);
        }
    }

    /** Null if no part wants the events of the stream that is about to open. */
    EventData eventData(StreamRequest request, EndpointKey endpoint) {
        EventData data = null;
        GuardedWatch[] watches = all;
        for (int i = 0; i < watches.length && data == null; i++) {
            data = watches[i].eventData(request, endpoint);
        }
        return data;
    }

    void refused(EndpointKey endpoint, RequestOutcome outcome) {
        for (GuardedWatch watch : all) {
            watch.refused(endpoint, outcome);
        }
    }

    void opened(StreamLife stream, StreamRequest request) {
        if (!awake) {
            awake = true;
        }
        for (GuardedWatch watch : all) {
            watch.opened(stream, request);
        }
    }

    void closed(StreamLife stream, CloseReason reason) {
        for (GuardedWatch watch : all) {
            watch.closed(stream, reason);
        }
    }

    private static final class GuardedWatch extends FailureGuard {
        private final Watch watch;

        GuardedWatch(Watch watch, AgentHealth health, AdviceFailureListener listener) {
            super(watch.component(), health, listener);
            this.watch = watch;
        }

        EventData eventData(StreamRequest request, EndpointKey endpoint) {
            try {
                return isLeftAlone() ? null : watch.eventData(request, endpoint);
            } catch (Throwable failure) {
                failed(failure);
                return null;
            }
        }

        void refused(EndpointKey endpoint, RequestOutcome outcome) {
            try {
                if (!isLeftAlone()) {
                    watch.refused(endpoint, outcome);
                }
            } catch (Throwable failure) {
                failed(failure);
            }
        }

        void opened(StreamLife stream, StreamRequest request) {
            try {
                if (!isLeftAlone()) {
                    watch.opened(stream, request);
                }
            } catch (Throwable failure) {
                failed(failure);
            }
        }

        void closed(StreamLife stream, CloseReason reason) {
            try {
                if (!isLeftAlone()) {
                    watch.closed(stream, reason);
                }
            } catch (Throwable failure) {
                failed(failure);
            }
        }

        void read(MetricSink sink) {
            try {
                if (!isLeftAlone()) {
                    watch.read(sink);
                }
            } catch (Throwable failure) {
                failed(failure);
            }
        }
    }
}
