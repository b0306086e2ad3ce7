package io.sseagent.bootstrap;

/** Observes nothing: the state before the agent has started and after it was switched off. */
final class NoopTracker implements StreamTracker {

    @Override
    public SseStream opened(StreamRequest request) {
        return null;
    }

    @Override
    public void refused(StreamRequest request, int status) {}

    @Override
    public void serverStopping(String server, boolean stopping) {}

    @Override
    public void adviceFailed(String advice, Throwable failure) {}
}
