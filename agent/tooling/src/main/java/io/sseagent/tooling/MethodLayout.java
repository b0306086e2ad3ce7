package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Where the variables of an advised method are: its arguments, then what the advice keeps across the method, then the method's
 * own, moved up by so much. What is kept has a value from the first instruction on, so it is in every frame alike.
 */
final class MethodLayout {
    private final List<Object> arguments = new ArrayList<Object>();
    private final Type[] argumentTypes;
    private final boolean isStatic;
    private final int argumentSlots;
    private final Map<String, Integer> slotByKept = new LinkedHashMap<String, Integer>();
    private final List<Type> keptTypes = new ArrayList<Type>();
    private final List<Object> kept = new ArrayList<Object>();
    private int keptSlots;

    MethodLayout(String owner, boolean isStatic, String descriptor) {
        this.isStatic = isStatic;
        argumentTypes = Type.getArgumentTypes(descriptor);
        int slots = 0;
        if (!isStatic) {
            arguments.add(owner);
            slots++;
        }
        for (Type type : argumentTypes) {
            arguments.add(verificationType(type));
            slots += type.getSize();
        }
        argumentSlots = slots;
    }

    /** As a stack map frame of ASM names a type. */
    private static Object verificationType(Type type) {
        switch (type.getSort()) {
            case Type.LONG:
                return Opcodes.LONG;
            case Type.DOUBLE:
                return Opcodes.DOUBLE;
            case Type.FLOAT:
                return Opcodes.FLOAT;
            case Type.ARRAY:
            case Type.OBJECT:
                return type.getInternalName();
            default:
                return Opcodes.INTEGER;
        }
    }

    /** Reserves a variable. One that is kept already must be of the same type. */
    void keep(String name, Type type) {
        Integer slot = slotByKept.get(name);
        if (slot == null) {
            slotByKept.put(name, argumentSlots + keptSlots);
            keptTypes.add(type);
            kept.add(verificationType(type));
            keptSlots += type.getSize();
        } else if (!keptType(name).equals(type)) {
            throw new NotInlinable("two types of " + name);
        }
    }

    /** Null if there is none of this name. */
    Type keptType(String name) {
        int i = 0;
        for (String each : slotByKept.keySet()) {
            if (each.equals(name)) {
                return keptTypes.get(i);
            }
            i++;
        }
        return null;
    }

    int keptSlot(String name) {
        return slotByKept.get(name);
    }

    /** Gives everything that is kept the default of its type. */
    void initialise(MethodVisitor code) {
        int slot = argumentSlots;
        for (Type type : keptTypes) {
            pushDefault(code, type);
            code.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
            slot += type.getSize();
        }
    }

    private static void pushDefault(MethodVisitor code, Type type) {
        switch (type.getSort()) {
            case Type.LONG:
                code.visitInsn(Opcodes.LCONST_0);
                break;
            case Type.DOUBLE:
                code.visitInsn(Opcodes.DCONST_0);
                break;
            case Type.FLOAT:
                code.visitInsn(Opcodes.FCONST_0);
                break;
            case Type.ARRAY:
            case Type.OBJECT:
                code.visitInsn(Opcodes.ACONST_NULL);
                break;
            default:
                code.visitInsn(Opcodes.ICONST_0);
        }
    }

    boolean isStatic() {
        return isStatic;
    }

    /** Null if there are not so many. */
    Type argumentType(int index) {
        return index >= 0 && index < argumentTypes.length ? argumentTypes[index] : null;
    }

    int argumentSlot(int index) {
        int slot = isStatic ? 0 : 1;
        for (int i = 0; i < index; i++) {
            slot += argumentTypes[i].getSize();
        }
        return slot;
    }

    /** Where a variable of the method is now; {@code size} is 1 or 2. */
    int moved(int slot, int size) {
        if (slot < argumentSlots && slot + size > argumentSlots) {
            throw new NotInlinable("a wide variable over the last argument");
        }
        return slot < argumentSlots ? slot : slot + keptSlots;
    }

    /** The first slot behind all that is fixed: advice puts its own variables here, when no other code needs them. */
    int freeSlot() {
        return argumentSlots + keptSlots;
    }

    int keptSlots() {
        return keptSlots;
    }

    /** The locals before the method runs: nothing has been written over the arguments yet. */
    List<Object> localsAtEntry() {
        List<Object> locals = new ArrayList<Object>(arguments);
        locals.addAll(kept);
        return locals;
    }

    /** The locals after the method ran: of the arguments, which it may have written over, only the instance is sure. */
    List<Object> localsAtExit() {
        List<Object> locals = new ArrayList<Object>();
        if (!isStatic) {
            locals.add(arguments.get(0));
        }
        while (locals.size() < argumentSlots) {
            locals.add(Opcodes.TOP);
        }
        locals.addAll(kept);
        return locals;
    }

    /** The locals of a frame of the method, with what is kept put behind the arguments. */
    List<Object> moved(int count, Object[] frame) {
        List<Object> locals = new ArrayList<Object>(count + kept.size());
        int i = 0;
        int slot = 0;
        while (slot < argumentSlots) {
            Object local = i < count ? frame[i++] : Opcodes.TOP;
            locals.add(local);
            slot += sizeOf(local);
        }
        if (slot > argumentSlots) {
            throw new NotInlinable("a wide variable over the last argument");
        }
        locals.addAll(kept);
        while (i < count) {
            locals.add(frame[i++]);
        }
        return locals;
    }

    static int sizeOf(Object verificationType) {
        return Opcodes.LONG.equals(verificationType) || Opcodes.DOUBLE.equals(verificationType) ? 2 : 1;
    }
}
