package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * One advice: its entry, its exit, and the library members that their code uses. Read from its class file, never loaded.
 * Immutable once read.
 */
final class AdviceClass extends ClassVisitor {
    private static final String BRIDGE = "io/sseagent/bootstrap/";

    private final String internalName;
    private final ClassReader classFile;
    private final List<LibraryReference> references = new ArrayList<LibraryReference>();
    private AdviceMethod entry;
    private AdviceMethod exit;

    private AdviceClass(String internalName, ClassReader classFile) {
        super(Opcodes.ASM9);
        this.internalName = internalName;
        this.classFile = classFile;
    }

    /** @throws IllegalStateException if the loader has no such class file */
    static AdviceClass read(String className, ClassLoader agentLoader) {
        String internalName = className.replace('.', '/');
        byte[] classFile = ClassFiles.read(agentLoader, internalName);
        if (classFile == null) {
            throw new IllegalStateException("no class file of advice " + className);
        }
        AdviceClass advice = new AdviceClass(internalName, new ClassReader(classFile));
        advice.classFile.accept(advice, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return advice;
    }

    String className() {
        return internalName.replace('/', '.');
    }

    /** What runs before the method, or null. */
    AdviceMethod entry() {
        return entry;
    }

    /** What runs after the method, or null. */
    AdviceMethod exit() {
        return exit;
    }

    /** Leads the code of one of its methods to {@code visitor}, frames expanded. */
    void replay(final AdviceMethod method, final MethodVisitor visitor) {
        classFile.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return method.is(name, descriptor) ? visitor : null;
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.EXPAND_FRAMES);
    }

    List<LibraryReference> references() {
        return references;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new CodeVisitor(new AdviceMethod(name, descriptor));
    }

    private boolean isOfLibrary(String type) {
        return !type.startsWith("java/") && !type.startsWith(BRIDGE) && !type.equals(internalName);
    }

    private void add(LibraryReference reference) {
        if (isOfLibrary(reference.owner())) {
            references.add(reference);
        }
    }

    private void addType(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            add(LibraryReference.toType(element.getInternalName()));
        }
    }

    private final class CodeVisitor extends MethodVisitor {
        private final AdviceMethod method;

        CodeVisitor(AdviceMethod method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        /** By the end of the name, since the library is relocated in the released jar. */
        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            if (descriptor.endsWith("/asm/Advice$OnMethodEnter;")) {
                entry = method;
                return method;
            }
            if (descriptor.endsWith("/asm/Advice$OnMethodExit;")) {
                exit = method;
                return method;
            }
            return null;
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int index, String descriptor, boolean visible) {
            AdviceParameter parameter = method.parameters()[index];
            parameter.annotated(descriptor);
            return parameter;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            if (owner.charAt(0) == '[') {
                addType(Type.getObjectType(owner));
            } else {
                add(LibraryReference.toMethod(opcode, owner, name, descriptor, ofInterface));
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            add(LibraryReference.toField(opcode, owner, name, descriptor));
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            addType(Type.getObjectType(type));
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            addType(Type.getType(descriptor));
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type) {
                addType((Type) value);
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            if (type != null) {
                addType(Type.getObjectType(type));
            }
        }
    }
}
