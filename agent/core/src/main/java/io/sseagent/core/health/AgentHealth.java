package io.sseagent.core.health;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** The agent's own counters and state. Thread-safe; nothing here is called per event. */
public final class AgentHealth {
    private final CounterSet errors = new CounterSet();
    private final AtomicLongArray overflows = new AtomicLongArray(Bound.values().length);
    private final CounterSet overheadNanos = new CounterSet();
    private final CounterSet folded = new CounterSet();
    private final CounterSet trips = new CounterSet();
    private final CounterSet denials = new CounterSet();
    private final AgentThreads threads = new AgentThreads();
    private final AtomicLong slowestAnswerNanos = new AtomicLong();
    private volatile AgentState state = AgentState.STARTING;
    private volatile boolean disabled;
    private volatile TapSource taps = new NoTaps();
    private volatile long startNanos;
    private volatile long scrapeNanos;

    /** Counts a failure of a component (an advice, an exporter) and returns how many there were. */
    public long error(String component) {
        return errors.add(component, 1);
    }

    /** Makes a component start at 0, so that the first of its failures is an increase. */
    public void expect(String component) {
        errors.add(component, 0);
    }

    /** The label value for the failures of an advice: its class name without the package. */
    public static String componentOf(String adviceClassName) {
        return adviceClassName.substring(adviceClassName.lastIndexOf('.') + 1);
    }

    /** Counts what a bound had no room for. Allocates nothing: an application may overflow one with each event. */
    public void overflow(Bound bound) {
        overflows.getAndIncrement(bound.ordinal());
    }

    /** Counts a value that an operator's rule for the label folds away. */
    public void folded(String label) {
        folded.add(label, 1);
    }

    /** Adds time spent by the agent in a stage. */
    public void overhead(String stage, long nanos) {
        overheadNanos.add(stage, nanos);
    }

    /** Counts a trip of the circuit breaker by what was too high. */
    public void tripped(String cause) {
        trips.add(cause, 1);
    }

    /** Counts a request to the endpoint that was not allowed, by reason. */
    public void denied(String reason) {
        denials.add(reason, 1);
    }

    /** Covers the state with {@link AgentState#DISABLED}, or uncovers it. */
    public void disabled(boolean now) {
        disabled = now;
    }

    /** Moves to another state. */
    public void state(AgentState next) {
        state = next;
    }

    /** Sets who knows the taps. */
    public void taps(TapSource source) {
        taps = source;
    }

    /** Time from premain to armed taps. */
    public void started(long nanos) {
        startNanos = nanos;
    }

    /** Time that the last read of the model took. */
    public void scraped(long nanos) {
        scrapeNanos = nanos;
        overhead("scrape", nanos);
    }

    /** Time that making one scrape took as a whole. */
    public void answered(long nanos) {
        long slowest = slowestAnswerNanos.get();
        while (nanos > slowest && !slowestAnswerNanos.compareAndSet(slowest, nanos)) {
            slowest = slowestAnswerNanos.get();
        }
    }

    /** Nanoseconds of the slowest scrape since the last call, 0 if there was none. */
    long takeSlowestAnswerNanos() {
        return slowestAnswerNanos.getAndSet(0);
    }

    /** The agent's own threads. */
    public AgentThreads threads() {
        return threads;
    }

    /** Failures by component, 0 for one that is expected and has not failed. */
    public Map<String, Long> errors() {
        return errors.read();
    }

    /** Overflows by label, of the bounds that had any and of the labels that rules folded. */
    public Map<String, Long> overflows() {
        Map<String, Long> result = new TreeMap<>(folded.read());
        for (Bound bound : Bound.values()) {
            long count = overflows.get(bound.ordinal());
            if (count > 0) {
                Long more = result.get(bound.label());
                result.put(bound.label(), more == null ? count : count + more);
            }
        }
        return result;
    }

    /** Nanoseconds by stage. */
    public Map<String, Long> overheadNanos() {
        return overheadNanos.read();
    }

    /** Trips of the circuit breaker by cause. */
    public Map<String, Long> trips() {
        return trips.read();
    }

    /** Requests to the endpoint that were not allowed, by reason. */
    public Map<String, Long> denials() {
        return denials.read();
    }

    /** Never null. */
    public AgentState state() {
        return disabled ? AgentState.DISABLED : state;
    }

    /** Never null. */
    public TapSource taps() {
        return taps;
    }

    /** Nanoseconds from premain to armed taps. */
    public long startNanos() {
        return startNanos;
    }

    /** Nanoseconds of the last read. */
    public long scrapeNanos() {
        return scrapeNanos;
    }

    private static final class NoTaps implements TapSource {
        @Override
        public List<TapStatus> taps() {
            return Collections.emptyList();
        }
    }
}
