package io.sseagent.bootstrap;

import java.util.ArrayList;
import java.util.List;

/** Notes what it is told, one line each, and answers an open with the stream that it was given. */
final class RecordingTracker implements StreamTracker {
    final List<String> calls = new ArrayList<>();
    private final SseStream answer;

    RecordingTracker(SseStream answer) {
        this.answer = answer;
    }

    @Override
    public SseStream opened(StreamRequest request) {
        calls.add("opened " + request.server());
        return answer;
    }

    @Override
    public void refused(StreamRequest request, int status) {
        calls.add("refused " + status);
    }

    @Override
    public void serverStopping(String server, boolean stopping) {
        calls.add("stopping " + server + " " + stopping);
    }

    @Override
    public void adviceFailed(String advice, Throwable failure) {
        calls.add("failed " + advice + " " + failure.getMessage());
    }
}
