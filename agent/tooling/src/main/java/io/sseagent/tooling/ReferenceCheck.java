package io.sseagent.tooling;

import net.bytebuddy.jar.asm.Opcodes;

/**
 * Whether the library that a class links against has what an advice uses (JVMS 5.4.3, 5.4.4), so that a release that
 * moved something costs a tap, not a {@code NoSuchMethodError} per write.
 */
final class ReferenceCheck {
    private final ClassFiles classFiles;
    private final String callerName;

    ReferenceCheck(ClassFiles classFiles, TappedClass caller) {
        this.classFiles = classFiles;
        this.callerName = caller.internalName();
    }

    boolean resolves(LibraryReference reference) {
        LibraryType owner = classFiles.type(reference.owner());
        if (owner == null || !(owner.isPublic() || isOfOwnPackage(owner))) {
            return false;
        }
        if (reference.isType()) {
            return true;
        }
        if (reference.isMethod() && reference.isOfInterface() != owner.isInterface()) {
            return false;
        }
        return declares(owner, reference, reference.owner());
    }

    private boolean declares(LibraryType type, LibraryReference reference, String typeName) {
        Member member = type.find(reference.isField(), reference.name(), reference.descriptor());
        if (member != null) {
            return member.has(Opcodes.ACC_STATIC) == reference.isStatic() && isAccessible(member, type, typeName);
        }
        if (inherits(type.superName(), reference)) {
            return true;
        }
        for (String parent : type.interfaces()) {
            if (inherits(parent, reference)) {
                return true;
            }
        }
        return false;
    }

    private boolean inherits(String parentName, LibraryReference reference) {
        LibraryType parent = parentName == null ? null : classFiles.type(parentName);
        return parent != null && declares(parent, reference, parentName);
    }

    /** Protected members pass: that an advice calls one on an unrelated object shows in its first test. */
    private boolean isAccessible(Member member, LibraryType type, String typeName) {
        if (member.has(Opcodes.ACC_PRIVATE)) {
            return typeName.equals(callerName);
        }
        return member.has(Opcodes.ACC_PUBLIC) || member.has(Opcodes.ACC_PROTECTED) || isOfOwnPackage(type);
    }

    private boolean isOfOwnPackage(LibraryType type) {
        return type.packageName().equals(LibraryType.packageOf(callerName));
    }
}
