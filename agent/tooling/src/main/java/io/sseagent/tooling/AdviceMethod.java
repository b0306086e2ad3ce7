package io.sseagent.tooling;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The entry or the exit of an advice, as its class file declares it. */
final class AdviceMethod extends AnnotationVisitor {
    private static final String THROWABLE = "Ljava/lang/Throwable;";

    private final String name;
    private final String descriptor;
    private final AdviceParameter[] parameters;
    private boolean suppressing;
    private boolean onThrowable;
    private boolean plain = true;

    AdviceMethod(String name, String descriptor) {
        super(Opcodes.ASM9);
        this.name = name;
        this.descriptor = descriptor;
        Type[] types = Type.getArgumentTypes(descriptor);
        parameters = new AdviceParameter[types.length];
        for (int i = 0; i < types.length; i++) {
            parameters[i] = new AdviceParameter(types[i]);
        }
    }

    @Override
    public void visit(String option, Object given) {
        boolean anyThrowable =
                given instanceof Type && ((Type) given).getDescriptor().equals(THROWABLE);
        if (option.equals("suppress") && anyThrowable) {
            suppressing = true;
        } else if (option.equals("onThrowable") && anyThrowable) {
            onThrowable = true;
        } else {
            plain = false;
        }
    }

    boolean is(String otherName, String otherDescriptor) {
        return name.equals(otherName) && descriptor.equals(otherDescriptor);
    }

    AdviceParameter[] parameters() {
        return parameters;
    }

    Type returnType() {
        return Type.getReturnType(descriptor);
    }

    /** Slots of all parameters: an advice is static. */
    int parameterSlots() {
        int slots = 0;
        for (AdviceParameter parameter : parameters) {
            slots += parameter.type().getSize();
        }
        return slots;
    }

    boolean uses(String kind) {
        for (AdviceParameter parameter : parameters) {
            if (kind.equals(parameter.kind())) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is an exit that also runs when the method throws. */
    boolean onThrowable() {
        return onThrowable;
    }

    /** Whether it swallows what it throws, and asks for nothing that is left to Byte Buddy. */
    boolean isPlain() {
        boolean all = plain && suppressing;
        for (AdviceParameter parameter : parameters) {
            all &= parameter.isPlain();
        }
        return all;
    }
}
