package io.sseagent.core.stream;

/** Told when an advice has failed too often to be kept. Called on an application's thread: hand over and return. */
public interface AdviceFailureListener {
    /** The first failure of this advice. */
    void firstFailure(String advice, Throwable failure);

    /** This advice is to be switched off. */
    void tooManyFailures(String advice);
}
