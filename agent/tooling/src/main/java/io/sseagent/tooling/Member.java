package io.sseagent.tooling;

import net.bytebuddy.jar.asm.Opcodes;

/** A method or field as its class file declares it. */
final class Member {
    private static final int WITHOUT_BODY = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

    private final int access;
    private final String name;
    private final String descriptor;

    Member(int access, String name, String descriptor) {
        this.access = access;
        this.name = name;
        this.descriptor = descriptor;
    }

    String name() {
        return name;
    }

    String descriptor() {
        return descriptor;
    }

    boolean has(int flag) {
        return (access & flag) != 0;
    }

    /** A bridge only calls its method, which would be counted twice. */
    boolean isAdvisable() {
        return !has(WITHOUT_BODY) && !has(Opcodes.ACC_BRIDGE);
    }
}
