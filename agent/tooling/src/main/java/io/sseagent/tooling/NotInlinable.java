package io.sseagent.tooling;

/** What {@link MethodInliner} leaves to Byte Buddy's {@code Advice}: it is rare in libraries, or a mistake that has its message there. */
final class NotInlinable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotInlinable(String form) {
        super(form, null, false, false);
    }
}
