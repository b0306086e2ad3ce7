package io.sseagent.tooling;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.bootstrap.StreamTracker;
import java.util.ArrayList;
import java.util.List;

/** Stands behind the bridge and notes what advice told it. */
final class RecordingTracker implements StreamTracker, AutoCloseable {
    final List<String> told = new ArrayList<>();
    final List<String> failedAdvice = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();

    static RecordingTracker install() {
        RecordingTracker tracker = new RecordingTracker();
        SseStreams.install(tracker);
        return tracker;
    }

    @Override
    public SseStream opened(StreamRequest request) {
        return null;
    }

    @Override
    public void refused(StreamRequest request, int status) {
        told.add("status " + status);
    }

    @Override
    public void serverStopping(String server, boolean stopping) {
        told.add(server);
    }

    @Override
    public void adviceFailed(String advice, Throwable failure) {
        failedAdvice.add(advice);
        failures.add(failure);
    }

    @Override
    public void close() {
        SseStreams.install(null);
    }
}
