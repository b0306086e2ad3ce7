package io.sseagent.tooling;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** What each parameter of an advice is in the advised method: a variable of it, or a field of its class. */
final class AdviceVariables {
    /** The value that the entry returned. */
    static final String ENTERED = "entered";
    /** What the method returns. */
    static final String RESULT = "result";
    /** What the method threw, or null. */
    static final String THROWN = "thrown";

    private static final String LOCAL = "local ";
    private static final String ARGUMENT = "argument ";
    private static final Type THROWABLE = Type.getObjectType("java/lang/Throwable");

    private final LibraryType type;
    private final MethodLayout layout;
    private final AdviceMethod entry;
    private final AdviceMethod exit;
    private final ClassFiles classFiles;

    /** Either of entry and exit may be null. */
    AdviceVariables(
            LibraryType type, MethodLayout layout, AdviceMethod entry, AdviceMethod exit, ClassFiles classFiles) {
        this.type = type;
        this.layout = layout;
        this.entry = entry;
        this.exit = exit;
        this.classFiles = classFiles;
    }

    /** Makes room for all that is kept across the method, and checks that each parameter can be had. */
    void reserve(Type result) {
        if (entry != null) {
            reserveLocals(entry);
            check(entry);
            if (entry.returnType().getSize() > 0) {
                layout.keep(ENTERED, entry.returnType());
            }
        }
        if (exit != null) {
            if (exit.returnType().getSize() > 0) {
                throw new NotInlinable("a value of an exit");
            }
            reserveLocals(exit);
            if (result.getSize() > 0) {
                layout.keep(RESULT, result);
            }
            if (exit.onThrowable()) {
                layout.keep(THROWN, THROWABLE);
            }
            check(exit);
            reserveArguments();
        }
    }

    private void reserveLocals(AdviceMethod method) {
        if (!method.isPlain()) {
            throw new NotInlinable("options of an advice");
        }
        for (AdviceParameter parameter : method.parameters()) {
            if (parameter.kind().equals("Local")) {
                layout.keep(LOCAL + parameter.name(), parameter.type());
            }
        }
    }

    private void reserveArguments() {
        for (AdviceParameter parameter : exit.parameters()) {
            if (parameter.kind().equals("Argument")) {
                layout.keep(ARGUMENT + parameter.index(), layout.argumentType(parameter.index()));
            }
        }
    }

    private void check(AdviceMethod method) {
        for (AdviceParameter parameter : method.parameters()) {
            Type given = typeOf(parameter);
            if (given == null || !classFiles.isAssignable(given, parameter.type())) {
                throw new NotInlinable(parameter.kind() + " as " + parameter.type());
            }
        }
    }

    /** Null for what there is not, or not yet: an entry knows no end. */
    private Type typeOf(AdviceParameter parameter) {
        switch (parameter.kind()) {
            case "This":
                return layout.isStatic() ? null : Type.getObjectType(type.name());
            case "Argument":
                return layout.argumentType(parameter.index());
            case "FieldValue":
                Member field = type.field(parameter.name());
                boolean reachable = field != null && (field.has(Opcodes.ACC_STATIC) || !layout.isStatic());
                return reachable ? Type.getType(field.descriptor()) : null;
            case "Local":
                return layout.keptType(LOCAL + parameter.name());
            case "Enter":
                return layout.keptType(ENTERED);
            case "Return":
                return layout.keptType(RESULT);
            case "Thrown":
                return layout.keptType(THROWN);
            default:
                return null;
        }
    }

    /** The exit sees the arguments as the caller gave them, though the method may write over its own. */
    void backUpArguments(MethodVisitor code) {
        if (exit == null) {
            return;
        }
        for (AdviceParameter parameter : exit.parameters()) {
            if (parameter.kind().equals("Argument")) {
                Type argument = layout.argumentType(parameter.index());
                code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), layout.argumentSlot(parameter.index()));
                code.visitVarInsn(argument.getOpcode(Opcodes.ISTORE), slot(exit, parameter));
            }
        }
    }

    void load(MethodVisitor code, AdviceMethod method, AdviceParameter parameter) {
        if (parameter.kind().equals("FieldValue")) {
            Member field = type.field(parameter.name());
            boolean isStatic = field.has(Opcodes.ACC_STATIC);
            if (!isStatic) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
            }
            code.visitFieldInsn(
                    isStatic ? Opcodes.GETSTATIC : Opcodes.GETFIELD, type.name(), field.name(), field.descriptor());
        } else {
            code.visitVarInsn(parameter.type().getOpcode(Opcodes.ILOAD), slot(method, parameter));
        }
    }

    /** The variable of a local of the advice: all else is read-only. */
    int writableSlot(AdviceMethod method, AdviceParameter parameter) {
        if (!parameter.kind().equals("Local")) {
            throw new NotInlinable("a write to " + parameter.kind());
        }
        return slot(method, parameter);
    }

    private int slot(AdviceMethod method, AdviceParameter parameter) {
        switch (parameter.kind()) {
            case "This":
                return 0;
            case "Argument":
                return method == exit
                        ? layout.keptSlot(ARGUMENT + parameter.index())
                        : layout.argumentSlot(parameter.index());
            case "Local":
                return layout.keptSlot(LOCAL + parameter.name());
            case "Enter":
                return layout.keptSlot(ENTERED);
            case "Return":
                return layout.keptSlot(RESULT);
            default:
                return layout.keptSlot(THROWN);
        }
    }

    int enteredSlot() {
        return layout.keptSlot(ENTERED);
    }

    /** The first slot for variables of the advice itself. */
    int freeSlot() {
        return layout.freeSlot();
    }
}
