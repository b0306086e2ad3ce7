package io.sseagent.tooling;

import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Inlines advice with nothing but Byte Buddy's ASM, as its {@code Advice} would: that one loads 500 classes, which is a tenth
 * of a server's start. Knows the forms that taps use; what it does not know is {@link NotInlinable}.
 */
final class MethodInliner extends ClassVisitor {
    private final LibraryType type;
    private final List<BoundAdvice> advice;
    private final Map<String, AdviceClass> adviceClasses;
    private final ClassFiles classFiles;

    private MethodInliner(
            ClassWriter writer,
            LibraryType type,
            List<BoundAdvice> advice,
            Map<String, AdviceClass> adviceClasses,
            ClassFiles classFiles) {
        super(Opcodes.ASM9, writer);
        this.type = type;
        this.advice = advice;
        this.adviceClasses = adviceClasses;
        this.classFiles = classFiles;
    }

    /**
     * The woven class file.
     *
     * @param adviceClasses all that {@code advice} names
     * @throws NotInlinable if Byte Buddy's {@code Advice} has to do it
     */
    static byte[] inline(
            TappedClass tapped,
            List<BoundAdvice> advice,
            Map<String, AdviceClass> adviceClasses,
            ClassFiles classFiles) {
        ClassReader reader = new ClassReader(classFiles.ofLibrary(tapped.internalName()));
        ClassWriter writer = new ClassWriter(reader, 0);
        LibraryType type = classFiles.type(tapped.internalName());
        reader.accept(new MethodInliner(writer, type, advice, adviceClasses, classFiles), ClassReader.EXPAND_FRAMES);
        return ClassFiles.withVersionOf(tapped.classFile(), writer.toByteArray());
    }

    /** Without frames the depth of the stack is anybody's guess. */
    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        if ((version & 0xffff) < Opcodes.V1_6) {
            throw new NotInlinable("no frames before Java 6");
        }
        super.visit(version, access, name, signature, superName, interfaces);
    }

    /** What is bound first is entered first and left last. */
    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
        for (BoundAdvice bound : advice) {
            if (bound.isFor(name, descriptor)) {
                AdviceClass adviceClass = adviceClasses.get(bound.adviceClassName());
                code = new AdvisedMethod(code, type, new Member(access, name, descriptor), adviceClass, classFiles);
            }
        }
        return code;
    }
}
