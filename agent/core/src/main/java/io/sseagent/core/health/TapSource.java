package io.sseagent.core.health;

import java.util.List;

/** Tells which libraries were met; asked at each read, on the reader's thread. */
public interface TapSource {
    /** Distinct entries, possibly none; never null. */
    List<TapStatus> taps();
}
