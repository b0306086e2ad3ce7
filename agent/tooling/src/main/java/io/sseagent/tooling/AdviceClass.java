package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The library members that the code of one advice class uses. Read from its class file: an advice is never loaded. */
final class AdviceClass extends ClassVisitor {
    private static final String BRIDGE = "io/sseagent/bootstrap/";

    private final String internalName;
    private final List<LibraryReference> references = new ArrayList<LibraryReference>();

    private AdviceClass(String internalName) {
        super(Opcodes.ASM9);
        this.internalName = internalName;
    }

    /** @throws IllegalStateException if the loader has no such class file */
    static AdviceClass read(String className, ClassLoader agentLoader) {
        String internalName = className.replace('.', '/');
        byte[] classFile = ClassFiles.read(agentLoader, internalName);
        if (classFile == null) {
            throw new IllegalStateException("no class file of advice " + className);
        }
        AdviceClass advice = new AdviceClass(internalName);
        new ClassReader(classFile).accept(advice, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return advice;
    }

    List<LibraryReference> references() {
        return references;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new CodeVisitor();
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

        CodeVisitor() {
            super(Opcodes.ASM9);
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
