package io.sseagent.prometheus;

import io.sseagent.core.stream.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands still until it is told to pass, so that every recorded value is known. */
final class ManualClock implements Clock {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);

    void pass(long passedNanos) {
        nanos.addAndGet(passedNanos);
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public long epochMillis() {
        return 1_700_000_000_000L + nanos.get() / 1_000_000;
    }
}
