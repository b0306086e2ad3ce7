package io.sseagent.testapps.ktor;

import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;

/** Goes on with nothing. */
final class Ignored implements Continuation<Unit> {
    private final CoroutineContext context;

    Ignored(CoroutineContext context) {
        this.context = context;
    }

    @Override
    public CoroutineContext getContext() {
        return context;
    }

    @Override
    public void resumeWith(Object result) {}
}
