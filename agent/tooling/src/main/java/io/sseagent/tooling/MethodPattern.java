package io.sseagent.tooling;

/**
 * Which methods of a class to advise: an exact name and argument types, by their dotted names, compared as text so that
 * no class is loaded. Arrays are written as in source ({@code byte[]}), nested types with a dollar sign.
 */
public final class MethodPattern {
    private static final String[] PRIMITIVES = {
        "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long", "J", "float", "F", "double", "D"
    };

    private final String name;
    private final String[] argumentTypes;
    private final boolean open;

    private MethodPattern(String name, String[] argumentTypes, boolean open) {
        this.name = name;
        this.argumentTypes = argumentTypes;
        this.open = open;
    }

    /** The method with exactly these arguments; with none given, the one without arguments. */
    public static MethodPattern method(String name, String... argumentTypes) {
        return new MethodPattern(name, argumentTypes.clone(), false);
    }

    /** Every method of this name whose first arguments are these. */
    public static MethodPattern startingWith(String name, String... leadingArgumentTypes) {
        return new MethodPattern(name, leadingArgumentTypes.clone(), true);
    }

    /** Every method of this name, whatever its arguments. */
    public static MethodPattern named(String name) {
        return new MethodPattern(name, new String[0], true);
    }

    /** Whether a method of a class file fits: {@code descriptor} as in JVMS 4.3.3. */
    boolean fits(String methodName, String descriptor) {
        return name.equals(methodName) && descriptor.startsWith(descriptorStart());
    }

    private String descriptorStart() {
        StringBuilder start = new StringBuilder("(");
        for (String type : argumentTypes) {
            appendDescriptor(start, type);
        }
        return open ? start.toString() : start.append(')').toString();
    }

    private static void appendDescriptor(StringBuilder descriptor, String type) {
        String element = type;
        while (element.endsWith("[]")) {
            descriptor.append('[');
            element = element.substring(0, element.length() - 2);
        }
        String primitive = primitiveDescriptor(element);
        if (primitive != null) {
            descriptor.append(primitive);
        } else {
            descriptor.append('L').append(element.replace('.', '/')).append(';');
        }
    }

    private static String primitiveDescriptor(String type) {
        for (int i = 0; i < PRIMITIVES.length; i += 2) {
            if (PRIMITIVES[i].equals(type)) {
                return PRIMITIVES[i + 1];
            }
        }
        return null;
    }

    /** The pattern as a person would write it: {@code doWrite(byte[], ..)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append('(');
        for (int i = 0; i < argumentTypes.length; i++) {
            text.append(i == 0 ? "" : ", ").append(argumentTypes[i]);
        }
        if (open) {
            text.append(argumentTypes.length == 0 ? ".." : ", ..");
        }
        return text.append(')').toString();
    }
}
