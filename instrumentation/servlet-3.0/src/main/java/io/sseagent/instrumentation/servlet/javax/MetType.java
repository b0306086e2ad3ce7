package io.sseagent.instrumentation.servlet.javax;

import io.sseagent.tooling.TypeInstrumentation;

/** A class of a container, named when it was met. Which methods it has itself and which its parents have is its own affair. */
abstract class MetType extends TypeInstrumentation {
    private final String typeName;

    MetType(String typeName) {
        this.typeName = typeName;
    }

    @Override
    public final String typeName() {
        return typeName;
    }

    @Override
    public final boolean isNeeded() {
        return false;
    }
}
