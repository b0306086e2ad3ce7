package io.sseagent.tooling;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** One parameter of an advice and what it stands for. Byte Buddy's annotations, read as text so that none of them is loaded. */
final class AdviceParameter extends AnnotationVisitor {
    private final Type type;
    private String annotation;
    private Object value;
    private boolean plain = true;

    AdviceParameter(Type type) {
        super(Opcodes.ASM9);
        this.type = type;
    }

    void annotated(String descriptor) {
        plain &= annotation == null;
        annotation = descriptor.substring(descriptor.lastIndexOf('$') + 1, descriptor.length() - 1);
    }

    @Override
    public void visit(String name, Object given) {
        if (name.equals("value")) {
            value = given;
        } else {
            plain = false;
        }
    }

    @Override
    public void visitEnum(String name, String descriptor, String given) {
        plain = false;
    }

    Type type() {
        return type;
    }

    /** Whether it has one annotation, with nothing but its value: read-only and statically typed. */
    boolean isPlain() {
        return plain && annotation != null;
    }

    /** Simple name of the annotation: {@code Argument}. */
    String kind() {
        return annotation;
    }

    /** The name of a field or local, or null. */
    String name() {
        return value instanceof String ? (String) value : null;
    }

    /** The number of an argument, or -1. */
    int index() {
        return value instanceof Integer ? (Integer) value : -1;
    }
}
