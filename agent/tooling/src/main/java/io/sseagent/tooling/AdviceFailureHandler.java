package io.sseagent.tooling;

import io.sseagent.bootstrap.SseStreams;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The code that runs when an advice throws: {@link SseStreams#adviceFailed} with the throwable on the stack and the name
 * of the advice. Has no branch and no local variable, so it is the same with and without stack map frames.
 */
final class AdviceFailureHandler implements StackManipulation {
    private static final Size THROWABLE_AND_NAME = new Size(-1, 1);

    private final String adviceClassName;

    AdviceFailureHandler(String adviceClassName) {
        this.adviceClassName = adviceClassName;
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public Size apply(MethodVisitor code, Implementation.Context context) {
        code.visitLdcInsn(adviceClassName);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "io/sseagent/bootstrap/SseStreams",
                "adviceFailed",
                "(Ljava/lang/Throwable;Ljava/lang/String;)V",
                false);
        return THROWABLE_AND_NAME;
    }
}
