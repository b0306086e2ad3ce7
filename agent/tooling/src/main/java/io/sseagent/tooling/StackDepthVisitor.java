package io.sseagent.tooling;

import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Follows the depth of the operand stack. Exact where every target of a jump has a frame, as it must since Java 7. */
abstract class StackDepthVisitor extends MethodVisitor {
    private static final char NO_CHANGE = 'e';
    /** Slots that each opcode adds (JVMS 6.5), counted from {@code e}; members and constants depend on their type. */
    private static final String CHANGES = ""
            + "effffffffggfffggffeee" // constants
            + "fgfgfeeeeeeeeeeeeeeeeeeeedededddd" // loads
            + "dcdcdeeeeeeeeeeeeeeeeeeeebababbbb" // stores
            + "dcfffggge" // stack
            + "dcdcdcdcdcdcdcdcdcdceeee" // arithmetic
            + "dddddddcdcdce" // bits
            + "fefddeeffdedeee" // conversions
            + "bddbbddddddcccccccceeedd" // comparisons and jumps
            + "dcdcde" // returns
            + "eeeeeeeee" // members
            + "feeedeeddeedd" // objects
            + "";

    private int depth;

    StackDepthVisitor(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** In slots, before the instruction that is being visited. */
    int depth() {
        return depth;
    }

    private void change(int opcode) {
        depth += CHANGES.charAt(opcode) - NO_CHANGE;
    }

    @Override
    public void visitInsn(int opcode) {
        change(opcode);
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        change(opcode);
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        change(opcode);
        super.visitVarInsn(opcode, slot);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        change(opcode);
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        int size = Type.getType(descriptor).getSize();
        boolean read = opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD;
        boolean instance = opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD;
        depth += (read ? size : -size) - (instance ? 1 : 0);
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        call(descriptor, opcode == Opcodes.INVOKESTATIC);
        super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        call(descriptor, true);
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    private void call(String descriptor, boolean isStatic) {
        int sizes = Type.getArgumentsAndReturnSizes(descriptor);
        // the upper bits count the instance, if there is one or not
        depth += (sizes & 3) - (sizes >> 2) + (isStatic ? 1 : 0);
    }

    @Override
    public void visitLdcInsn(Object value) {
        boolean wide = value instanceof Long
                || value instanceof Double
                || (value instanceof ConstantDynamic && ((ConstantDynamic) value).getSize() == 2);
        depth += wide ? 2 : 1;
        super.visitLdcInsn(value);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        depth += 1 - dimensions;
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        if (opcode == Opcodes.JSR) {
            throw new NotInlinable("a subroutine");
        }
        change(opcode);
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitTableSwitchInsn(int low, int high, Label other, Label... labels) {
        depth--;
        super.visitTableSwitchInsn(low, high, other, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
        depth--;
        super.visitLookupSwitchInsn(other, keys, labels);
    }

    @Override
    public void visitFrame(int kind, int localCount, Object[] locals, int stackCount, Object[] stack) {
        depth = 0;
        for (int i = 0; i < stackCount; i++) {
            depth += MethodLayout.sizeOf(stack[i]);
        }
        super.visitFrame(kind, localCount, locals, stackCount, stack);
    }
}
