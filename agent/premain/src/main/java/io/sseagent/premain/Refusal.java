package io.sseagent.premain;

/** A reason, for people, why the agent leaves this JVM alone. Nothing was changed when it is thrown. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason, null, false, false);
    }
}
