package io.sseagent.testapps.matrix.faults;

import java.io.IOException;

/** What a part of the agent can throw. */
public enum Fault {
    RUNTIME_EXCEPTION {
        @Override
        Throwable make() {
            return new IllegalStateException("injected");
        }
    },
    ERROR {
        @Override
        Throwable make() {
            return new AssertionError("injected");
        }
    },
    OUT_OF_MEMORY {
        @Override
        Throwable make() {
            return new OutOfMemoryError("injected");
        }
    },
    /** A real one: the stack is used up at that place. */
    STACK_OVERFLOW {
        @Override
        Throwable make() {
            return deeper(0);
        }

        private Throwable deeper(int depth) {
            if (depth < 0) {
                return null;
            }
            Throwable end = deeper(depth + 1);
            return depth == 0 ? null : end;
        }
    },
    /** What {@code Thread.stop} throws. */
    THREAD_DEATH {
        @Override
        Throwable make() {
            return new ThreadDeath();
        }
    },
    /** Of a method that declares none. */
    CHECKED_EXCEPTION {
        @Override
        Throwable make() {
            return new IOException("injected");
        }
    },
    NO_CLASS {
        @Override
        Throwable make() {
            return new NoClassDefFoundError("injected");
        }
    };

    abstract Throwable make();
}
