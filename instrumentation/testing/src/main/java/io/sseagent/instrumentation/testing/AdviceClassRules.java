package io.sseagent.instrumentation.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The rules for the class file of one advice. */
final class AdviceClassRules {
    private static final String BRIDGE = "io/sseagent/bootstrap/";
    private static final String ENTER = Type.getDescriptor(Advice.OnMethodEnter.class);
    private static final String EXIT = Type.getDescriptor(Advice.OnMethodExit.class);
    private static final Set<String> CHANGING =
            Set.of(Type.getDescriptor(Advice.AllArguments.class), Type.getDescriptor(Advice.AssignReturned.class));
    private static final Set<String> BOXES =
            Set.of("Boolean", "Byte", "Character", "Short", "Integer", "Long", "Float", "Double");

    private final String adviceName;
    private final List<String> allowedPrefixes = new ArrayList<>(List.of("java/", BRIDGE));
    private final List<String> violations = new ArrayList<>();

    AdviceClassRules(String adviceName, String... libraryPrefixes) {
        this.adviceName = adviceName;
        for (String prefix : libraryPrefixes) {
            allowedPrefixes.add(prefix.replace('.', '/'));
        }
    }

    /** The broken rules, in words; {@code classFile} is null if there is none. */
    List<String> check(byte[] classFile) {
        if (classFile == null) {
            violated("", "has no class file");
        } else {
            new ClassReader(classFile).accept(new ClassRules(), 0);
        }
        return violations;
    }

    private void violated(String where, String what) {
        violations.add(adviceName + (where.isEmpty() ? "" : "#" + where) + ": " + what);
    }

    private final class ClassRules extends ClassVisitor {
        private boolean advises;

        ClassRules() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String generic, String parent, String[] interfaces) {
            if ((access & Opcodes.ACC_PUBLIC) == 0) {
                violated("", "is not public");
            }
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String generic, Object value) {
            violated(name, "a field, which inlined code cannot reach");
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String generic, String[] thrown) {
            if (name.startsWith("<")) {
                return null;
            }
            return new CodeRules(name, access, descriptor, this);
        }

        @Override
        public void visitEnd() {
            if (!advises) {
                violated("", "has no method that is advice");
            }
        }
    }

    private final class CodeRules extends MethodVisitor {
        private final String method;
        private final ClassRules owner;

        CodeRules(String method, int access, String descriptor, ClassRules owner) {
            super(Opcodes.ASM9);
            this.method = method;
            this.owner = owner;
            if ((access & Opcodes.ACC_PUBLIC) == 0) {
                violated(method, "is not public");
            }
            checkType(Type.getMethodType(descriptor));
        }

        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            if (annotation.equals(ENTER) || annotation.equals(EXIT)) {
                owner.advises = true;
                return new DeclarationRules(method);
            }
            rejectChanging(annotation);
            return null;
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String annotation, boolean visible) {
            rejectChanging(annotation);
            return new DeclarationRules(method, annotation);
        }

        private void rejectChanging(String annotation) {
            if (CHANGING.contains(annotation)) {
                violated(method, "uses " + annotation);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean ofInterface) {
            checkType(Type.getObjectType(type));
            checkType(Type.getMethodType(descriptor));
            String simpleName = type.substring(type.lastIndexOf('/') + 1);
            if (type.startsWith("java/lang/") && BOXES.contains(simpleName) && name.equals("valueOf")) {
                violated(method, "boxes with " + simpleName + ".valueOf");
            }
            if (name.equals("printStackTrace") || type.startsWith("java/util/logging/")) {
                violated(method, "logs with " + simpleName + '.' + name);
            }
            if (type.startsWith("java/util/") && type.endsWith("Map")) {
                violated(method, "uses a map: " + simpleName + '.' + name);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
            if (type.equals("java/lang/System")) {
                violated(method, "uses System." + name);
            } else if (name.equals("$assertionsDisabled")) {
                violated(method, "asserts");
            } else if (name.startsWith("$SwitchMap$")) {
                violated(method, "switches over an enum, by a synthetic class that the library cannot see");
            } else {
                checkType(Type.getObjectType(type));
                checkType(Type.getType(descriptor));
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            checkType(Type.getObjectType(type));
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            checkType(Type.getType(descriptor));
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type type) {
                checkType(type);
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            if (type != null) {
                checkType(Type.getObjectType(type));
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            violated(method, "uses invokedynamic for " + name);
        }

        private void checkType(Type type) {
            if (type.getSort() == Type.METHOD) {
                for (Type argument : type.getArgumentTypes()) {
                    checkType(argument);
                }
                checkType(type.getReturnType());
            } else if (type.getSort() == Type.ARRAY) {
                checkType(type.getElementType());
            } else if (type.getSort() == Type.OBJECT && !isAllowed(type.getInternalName())) {
                violated(method, "refers to " + type.getClassName());
            }
        }

        private boolean isAllowed(String internalName) {
            for (String prefix : allowedPrefixes) {
                if (internalName.startsWith(prefix)) {
                    return !internalName.startsWith("java/lang/invoke/");
                }
            }
            return false;
        }
    }

    /** The values of an advice annotation, or of one of its parameters' annotations. */
    private final class DeclarationRules extends AnnotationVisitor {
        private final String method;
        private final String parameterAnnotation;
        private boolean suppresses;

        DeclarationRules(String method) {
            this(method, null);
        }

        DeclarationRules(String method, String parameterAnnotation) {
            super(Opcodes.ASM9);
            this.method = method;
            this.parameterAnnotation = parameterAnnotation;
        }

        @Override
        public void visit(String name, Object value) {
            if (name.equals("suppress")) {
                suppresses = value.equals(Type.getType(Throwable.class));
            } else if (name.equals("readOnly") && value.equals(false)) {
                violated(method, "may change what it observes: " + parameterAnnotation + " is not read-only");
            } else if (name.equals("inline") && value.equals(false)) {
                violated(method, "is not inlined");
            } else if (name.equals("skipOn") || name.equals("repeatOn")) {
                violated(method, "sets " + name);
            }
        }

        @Override
        public void visitEnd() {
            if (parameterAnnotation == null && !suppresses) {
                violated(method, "does not suppress Throwable");
            }
        }
    }
}
