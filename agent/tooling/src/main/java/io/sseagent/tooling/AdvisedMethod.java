package io.sseagent.tooling;

import java.util.Collections;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.TypePath;

/**
 * A method on its way into an advised one:
 *
 * <pre>
 *   kept = defaults; try { entry } catch (Throwable t) { adviceFailed }
 *   try { the method, each return as a jump } catch (Throwable t) { thrown = t }
 *   try { exit } catch (Throwable t) { adviceFailed }
 *   throw thrown or return result
 * </pre>
 */
final class AdvisedMethod extends StackDepthVisitor {
    private static final List<Object> THROWABLE = Collections.<Object>singletonList("java/lang/Throwable");
    private static final List<Object> EMPTY = Collections.emptyList();
    private static final String CONSTRUCTOR = "<init>";
    /** An advice's handler needs two slots, a field of this class no more than its value. */
    private static final int LEAST_STACK = 2;

    private final AdviceClass advice;
    private final AdviceMethod entry;
    private final AdviceMethod exit;
    private final Type result;
    private final MethodLayout layout;
    private final AdviceVariables variables;
    private final Label begin = new Label();
    private final Label left = new Label();
    private int adviceStack = LEAST_STACK;
    private int adviceLocals;

    AdvisedMethod(MethodVisitor next, LibraryType type, Member method, AdviceClass advice, ClassFiles classFiles) {
        super(next);
        this.advice = advice;
        this.entry = advice.entry();
        this.exit = advice.exit();
        this.result = Type.getReturnType(method.descriptor());
        this.layout = new MethodLayout(type.name(), method.has(Opcodes.ACC_STATIC), method.descriptor());
        this.variables = new AdviceVariables(type, layout, entry, exit, classFiles);
        if (entry == null && exit == null) {
            throw new NotInlinable("neither entry nor exit");
        }
        boolean constructor = method.name().equals(CONSTRUCTOR);
        if (constructor && (entry != null || exit.onThrowable())) {
            throw new NotInlinable("before a constructor has called another");
        }
        variables.reserve(result);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        layout.initialise(mv);
        variables.backUpArguments(mv);
        if (entry != null) {
            inline(entry, layout.localsAtEntry());
        }
        mv.visitLabel(begin);
    }

    private void inline(AdviceMethod method, List<Object> locals) {
        Label start = new Label();
        Label failed = new Label();
        Label done = new Label();
        AdviceBody body = new AdviceBody(mv, method, variables, locals, done);
        mv.visitLabel(start);
        advice.replay(method, body);
        mv.visitLabel(failed);
        frame(locals, THROWABLE);
        tellFailure(locals, done);
        mv.visitLabel(done);
        frame(locals, EMPTY);
        // a frame may come next, and two of them need an instruction in between
        mv.visitInsn(Opcodes.NOP);
        mv.visitTryCatchBlock(start, failed, failed, "java/lang/Throwable");
        adviceStack = Math.max(adviceStack, body.maxStack());
        adviceLocals = Math.max(adviceLocals, body.maxLocals());
    }

    /** What the bridge itself throws is dropped: on the last bytes of a stack no call can begin. */
    private void tellFailure(List<Object> locals, Label done) {
        Label call = new Label();
        Label called = new Label();
        mv.visitLabel(call);
        mv.visitLdcInsn(advice.className());
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "io/sseagent/bootstrap/SseStreams",
                "adviceFailed",
                "(Ljava/lang/Throwable;Ljava/lang/String;)V",
                false);
        mv.visitJumpInsn(Opcodes.GOTO, done);
        mv.visitLabel(called);
        frame(locals, THROWABLE);
        mv.visitInsn(Opcodes.POP);
        mv.visitTryCatchBlock(call, called, called, "java/lang/Throwable");
    }

    private void frame(List<Object> locals, List<Object> stack) {
        mv.visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
    }

    @Override
    public void visitInsn(int opcode) {
        boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        if (exit == null || !returns) {
            super.visitInsn(opcode);
            return;
        }
        if (depth() != result.getSize()) {
            throw new NotInlinable("a return that leaves operands behind");
        }
        if (opcode != Opcodes.RETURN) {
            mv.visitVarInsn(result.getOpcode(Opcodes.ISTORE), layout.keptSlot(AdviceVariables.RESULT));
        }
        mv.visitJumpInsn(Opcodes.GOTO, left);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        boolean wide = opcode == Opcodes.LLOAD
                || opcode == Opcodes.DLOAD
                || opcode == Opcodes.LSTORE
                || opcode == Opcodes.DSTORE;
        if (slot == 0 && !layout.isStatic() && opcode >= Opcodes.ISTORE) {
            throw new NotInlinable("the instance is written over");
        }
        super.visitVarInsn(opcode, layout.moved(slot, wide ? 2 : 1));
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        super.visitIincInsn(layout.moved(slot, 1), increment);
    }

    @Override
    public void visitFrame(int kind, int localCount, Object[] locals, int stackCount, Object[] stack) {
        List<Object> moved = layout.moved(localCount, locals);
        super.visitFrame(Opcodes.F_NEW, moved.size(), moved.toArray(), stackCount, stack);
    }

    @Override
    public void visitLocalVariable(String name, String descriptor, String signature, Label start, Label end, int slot) {
        super.visitLocalVariable(name, descriptor, signature, start, end, layout.moved(slot, 1));
    }

    @Override
    public AnnotationVisitor visitLocalVariableAnnotation(
            int reference, TypePath path, Label[] start, Label[] end, int[] slots, String descriptor, boolean visible) {
        int[] moved = slots.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = layout.moved(slots[i], 1);
        }
        return super.visitLocalVariableAnnotation(reference, path, start, end, moved, descriptor, visible);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        if (exit != null) {
            leave();
        }
        super.visitMaxs(Math.max(maxStack, adviceStack), Math.max(maxLocals + layout.keptSlots(), adviceLocals));
    }

    private void leave() {
        List<Object> locals = layout.localsAtExit();
        if (exit.onThrowable()) {
            Label thrown = new Label();
            mv.visitLabel(thrown);
            frame(locals, THROWABLE);
            mv.visitVarInsn(Opcodes.ASTORE, layout.keptSlot(AdviceVariables.THROWN));
            mv.visitTryCatchBlock(begin, thrown, thrown, "java/lang/Throwable");
        }
        mv.visitLabel(left);
        frame(locals, EMPTY);
        mv.visitInsn(Opcodes.NOP);
        inline(exit, locals);
        if (exit.onThrowable()) {
            Label returns = new Label();
            mv.visitVarInsn(Opcodes.ALOAD, layout.keptSlot(AdviceVariables.THROWN));
            mv.visitJumpInsn(Opcodes.IFNULL, returns);
            mv.visitVarInsn(Opcodes.ALOAD, layout.keptSlot(AdviceVariables.THROWN));
            mv.visitInsn(Opcodes.ATHROW);
            mv.visitLabel(returns);
            frame(locals, EMPTY);
        }
        if (result.getSize() > 0) {
            mv.visitVarInsn(result.getOpcode(Opcodes.ILOAD), layout.keptSlot(AdviceVariables.RESULT));
        }
        mv.visitInsn(result.getOpcode(Opcodes.IRETURN));
    }
}
