package io.sseagent.tooling;

import java.util.List;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;

/**
 * Rewrites the advised methods of one class file and copies all else as it is. Byte Buddy's {@code Advice} sits directly
 * on its ASM: an {@code AgentBuilder} for the same work made a Tomcat start 1.6 times as long. For what {@link MethodInliner}
 * does not know.
 *
 * <p>Asks for no computed frames or sizes: {@code Advice} translates those of the method, so nothing looks for a common
 * superclass and so loads classes.
 */
final class AdviceInliner extends ClassVisitor {
    private static final int NO_FLAGS = 0;

    private final List<BoundAdvice> advice;
    private final ClassFiles classFiles;
    private final TypePool pool;
    private final TypeDescription type;
    private final Implementation.Context context;

    private AdviceInliner(ClassWriter writer, TappedClass tapped, List<BoundAdvice> advice, ClassFiles classFiles) {
        super(Opcodes.ASM9, writer);
        this.advice = advice;
        this.classFiles = classFiles;
        this.pool = new TypePool.Default.WithLazyResolution(
                new TypePool.CacheProvider.Simple(), classFiles, TypePool.Default.ReaderMode.FAST);
        this.type = describe(tapped.internalName().replace('/', '.'));
        ClassFileVersion version = ClassFileVersion.ofClassFile(classFiles.ofLibrary(tapped.internalName()));
        this.context = Implementation.Context.Disabled.Factory.INSTANCE.make(
                type,
                null,
                TypeInitializer.None.INSTANCE,
                version,
                version,
                Implementation.Context.FrameGeneration.GENERATE);
    }

    /** The woven class file. What fails is thrown as Byte Buddy or ASM throw it, errors included. */
    static byte[] inline(TappedClass tapped, List<BoundAdvice> advice, ClassFiles classFiles) {
        ClassReader reader = new ClassReader(classFiles.ofLibrary(tapped.internalName()));
        ClassWriter writer = new ClassWriter(reader, NO_FLAGS);
        reader.accept(new AdviceInliner(writer, tapped, advice, classFiles), NO_FLAGS);
        return ClassFiles.withVersionOf(tapped.classFile(), writer.toByteArray());
    }

    /** What is bound first is entered first and left last. */
    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
        MethodDescription method = null;
        GuardedMethod guarded = null;
        for (BoundAdvice bound : advice) {
            if (bound.isFor(name, descriptor)) {
                if (method == null) {
                    method = describe(name, descriptor);
                    guarded = new GuardedMethod(code);
                    code = guarded;
                }
                code = load(bound.adviceClassName(), guarded)
                        .wrap(type, method, code, context, pool, NO_FLAGS, NO_FLAGS);
            }
        }
        return code;
    }

    private Advice load(String adviceClassName, GuardedMethod guarded) {
        return Advice.to(describe(adviceClassName), classFiles)
                .withExceptionHandler(new AdviceFailureHandler(adviceClassName, guarded));
    }

    private TypeDescription describe(String typeName) {
        return pool.describe(typeName).resolve();
    }

    private MethodDescription describe(String name, String descriptor) {
        for (MethodDescription method : type.getDeclaredMethods()) {
            if (method.getInternalName().equals(name) && method.getDescriptor().equals(descriptor)) {
                return method;
            }
        }
        throw new IllegalStateException("no description of " + name + descriptor);
    }
}
