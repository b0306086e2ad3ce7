package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What one class file declares, without code. Cheaper than a type description of Byte Buddy, which models everything. */
final class LibraryType extends ClassVisitor {
    private final List<Member> methods = new ArrayList<Member>();
    private final List<Member> fields = new ArrayList<Member>();
    private String name;
    private int access;
    private String superName;
    private String[] interfaces;

    private LibraryType() {
        super(Opcodes.ASM9);
    }

    static LibraryType read(byte[] classFile) {
        LibraryType type = new LibraryType();
        new ClassReader(classFile)
                .accept(type, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return type;
    }

    List<Member> methods() {
        return methods;
    }

    /** The internal name. */
    String name() {
        return name;
    }

    /** The field declared here, or null: a class file may hold two of one name, and then there is none. */
    Member field(String fieldName) {
        Member found = null;
        for (Member field : fields) {
            if (field.name().equals(fieldName)) {
                if (found != null) {
                    return null;
                }
                found = field;
            }
        }
        return found;
    }

    /** The member declared here, or null. */
    Member find(boolean field, String memberName, String descriptor) {
        for (Member member : field ? fields : methods) {
            if (member.name().equals(memberName) && member.descriptor().equals(descriptor)) {
                return member;
            }
        }
        return null;
    }

    String packageName() {
        return packageOf(name);
    }

    static String packageOf(String internalName) {
        return internalName.substring(0, internalName.lastIndexOf('/') + 1);
    }

    boolean isPublic() {
        return (access & Opcodes.ACC_PUBLIC) != 0;
    }

    boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Null for {@code Object}. */
    String superName() {
        return superName;
    }

    String[] interfaces() {
        return interfaces;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.name = name;
        this.access = access;
        this.superName = superName;
        this.interfaces = interfaces;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        fields.add(new Member(access, name, descriptor));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        methods.add(new Member(access, name, descriptor));
        return null;
    }
}
