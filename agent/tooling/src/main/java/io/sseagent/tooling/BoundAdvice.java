package io.sseagent.tooling;

/** One advice for one method that exists. */
final class BoundAdvice {
    private final Member method;
    private final String adviceClassName;

    BoundAdvice(Member method, String adviceClassName) {
        this.method = method;
        this.adviceClassName = adviceClassName;
    }

    boolean isFor(String name, String descriptor) {
        return method.name().equals(name) && method.descriptor().equals(descriptor);
    }

    String adviceClassName() {
        return adviceClassName;
    }
}
