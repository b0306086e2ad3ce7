package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The end of the line for an advised method: puts the guards of failure handlers first into its exception table. The JVM takes
 * the first entry that covers an instruction, and where one advice is woven around another, that would be the outer one's
 * {@code onThrowable}, which throws on. Guards cover nothing else, so nothing else changes by their place.
 */
final class GuardedMethod extends MethodVisitor {
    private final List<Entry> guards = new ArrayList<Entry>(2);
    private final List<Entry> others = new ArrayList<Entry>(4);

    GuardedMethod(MethodVisitor method) {
        super(Opcodes.ASM9, method);
    }

    /** Whatever is thrown from {@code start} on goes to {@code handler}, which follows it. */
    void guard(Label start, Label handler) {
        guards.add(new Entry(start, handler, handler, null));
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        others.add(new Entry(start, end, handler, type));
    }

    @Override
    public void visitMaxs(int stack, int locals) {
        write(guards);
        write(others);
        super.visitMaxs(stack, locals);
    }

    private void write(List<Entry> entries) {
        for (Entry entry : entries) {
            super.visitTryCatchBlock(entry.start, entry.end, entry.handler, entry.type);
        }
    }

    private static final class Entry {
        private final Label start;
        private final Label end;
        private final Label handler;
        private final String type;

        Entry(Label start, Label end, Label handler, String type) {
            this.start = start;
            this.end = end;
            this.handler = handler;
            this.type = type;
        }
    }
}
