package io.sseagent.tooling;

import net.bytebuddy.jar.asm.Opcodes;

/** A type, method or field of the library that an advice uses, as its class file names it. */
final class LibraryReference {
    private final int opcode;
    private final String owner;
    private final String name;
    private final String descriptor;
    private final boolean ofInterface;

    private LibraryReference(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        this.opcode = opcode;
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
        this.ofInterface = ofInterface;
    }

    static LibraryReference toMethod(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        return new LibraryReference(opcode, owner, name, descriptor, ofInterface);
    }

    static LibraryReference toField(int opcode, String owner, String name, String descriptor) {
        return new LibraryReference(opcode, owner, name, descriptor, false);
    }

    static LibraryReference toType(String owner) {
        return new LibraryReference(Opcodes.CHECKCAST, owner, null, null, false);
    }

    /** The internal name of the type. */
    String owner() {
        return owner;
    }

    boolean isType() {
        return name == null;
    }

    boolean isField() {
        return opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.PUTFIELD;
    }

    boolean isMethod() {
        return opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEINTERFACE;
    }

    boolean isStatic() {
        return opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    }

    boolean isOfInterface() {
        return ofInterface;
    }

    String name() {
        return name;
    }

    String descriptor() {
        return descriptor;
    }

    @Override
    public String toString() {
        String type = owner.replace('/', '.');
        return isType() ? type : type + '.' + name + (isField() ? " " : "") + descriptor;
    }
}
