package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.TypePath;

/** The code of an advice on its way into an advised method: parameters become variables of that, each return a jump. */
final class AdviceBody extends MethodVisitor {
    private final MethodVisitor target;
    private final AdviceMethod method;
    private final AdviceVariables variables;
    private final List<Object> locals;
    private final Label done;
    private final AdviceParameter[] parameterBySlot;
    private int maxStack;
    private int maxLocals;

    /**
     * @param locals of the advised method, in each frame before those of the advice
     * @param done where the advice ends, with an empty stack
     */
    AdviceBody(MethodVisitor target, AdviceMethod method, AdviceVariables variables, List<Object> locals, Label done) {
        super(Opcodes.ASM9);
        this.target = target;
        this.method = method;
        this.variables = variables;
        this.locals = locals;
        this.done = done;
        this.parameterBySlot = new AdviceParameter[method.parameterSlots()];
        int slot = 0;
        for (AdviceParameter parameter : method.parameters()) {
            parameterBySlot[slot] = parameter;
            slot += parameter.type().getSize();
        }
    }

    int maxStack() {
        return maxStack;
    }

    int maxLocals() {
        return maxLocals;
    }

    /** From here on the target listens: what came before, the annotations of the advice, is not for it. */
    @Override
    public void visitCode() {
        mv = target;
    }

    @Override
    public AnnotationVisitor visitLocalVariableAnnotation(
            int reference, TypePath path, Label[] start, Label[] end, int[] slots, String descriptor, boolean visible) {
        return null;
    }

    @Override
    public void visitMaxs(int stack, int slots) {
        maxStack = stack;
        maxLocals = moved(slots);
        mv = null;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
            super.visitInsn(opcode);
            return;
        }
        if (opcode != Opcodes.RETURN) {
            super.visitVarInsn(method.returnType().getOpcode(Opcodes.ISTORE), variables.enteredSlot());
        }
        super.visitJumpInsn(Opcodes.GOTO, done);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        if (slot >= parameterBySlot.length) {
            super.visitVarInsn(opcode, moved(slot));
        } else if (opcode < Opcodes.ISTORE) {
            variables.load(mv, method, parameterBySlot[slot]);
        } else {
            super.visitVarInsn(opcode, variables.writableSlot(method, parameterBySlot[slot]));
        }
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        int target =
                slot < parameterBySlot.length ? variables.writableSlot(method, parameterBySlot[slot]) : moved(slot);
        super.visitIincInsn(target, increment);
    }

    private int moved(int slot) {
        return variables.freeSlot() + slot - parameterBySlot.length;
    }

    @Override
    public void visitFrame(int kind, int localCount, Object[] own, int stackCount, Object[] stack) {
        List<Object> all = new ArrayList<Object>(locals);
        int slot = 0;
        for (int i = 0; i < localCount; i++) {
            if (slot >= parameterBySlot.length) {
                all.add(own[i]);
            }
            slot += MethodLayout.sizeOf(own[i]);
        }
        super.visitFrame(Opcodes.F_NEW, all.size(), all.toArray(), stackCount, stack);
    }
}
