package io.sseagent.tooling;

import io.sseagent.bootstrap.SseStreams;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The code that runs when an advice throws: {@link SseStreams#adviceFailed} with the throwable on the stack and the name
 * of the advice. What that call itself throws is dropped: on the last bytes of a stack no call can begin, and the error must
 * not become the application's, which meets its own a frame later.
 */
final class AdviceFailureHandler implements StackManipulation {
    private static final Size THROWABLE_AND_NAME = new Size(-1, 1);
    private static final Object[] THROWABLE = {"java/lang/Throwable"};

    private final String adviceClassName;
    private final GuardedMethod guarded;

    AdviceFailureHandler(String adviceClassName, GuardedMethod guarded) {
        this.adviceClassName = adviceClassName;
        this.guarded = guarded;
    }

    @Override
    public boolean isValid() {
        return true;
    }

    /** Leaves the locals as they are, so each frame is that of the handler, with the throwable or without. */
    @Override
    public Size apply(MethodVisitor code, Implementation.Context context) {
        boolean frames = context.getClassFileVersion().isAtLeast(ClassFileVersion.JAVA_V6);
        Label start = new Label();
        Label caught = new Label();
        Label done = new Label();
        guarded.guard(start, caught);
        code.visitLabel(start);
        code.visitLdcInsn(adviceClassName);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "io/sseagent/bootstrap/SseStreams",
                "adviceFailed",
                "(Ljava/lang/Throwable;Ljava/lang/String;)V",
                false);
        code.visitJumpInsn(Opcodes.GOTO, done);
        code.visitLabel(caught);
        if (frames) {
            code.visitFrame(Opcodes.F_SAME1, 0, null, 1, THROWABLE);
        }
        code.visitInsn(Opcodes.POP);
        code.visitLabel(done);
        if (frames) {
            code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }
        // a frame may follow, and two of them need an instruction in between
        code.visitInsn(Opcodes.NOP);
        return THROWABLE_AND_NAME;
    }
}
