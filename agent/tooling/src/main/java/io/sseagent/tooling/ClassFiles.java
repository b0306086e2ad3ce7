package io.sseagent.tooling;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Class files as one class of the application would see them, and those of the agent; nothing is loaded. Made for one
 * weaving, used by one thread.
 */
final class ClassFiles implements ClassFileLocator {
    private static final int MAJOR_VERSION_OFFSET = 6;
    /** That of {@code ClassFileVersion.latest()}, which takes dozens of classes to ask. */
    static final int NEWEST_READABLE = Opcodes.V28;

    private final TappedClass tapped;
    private final ClassLoader agentLoader;
    private final Map<String, byte[]> ofLibrary = new HashMap<String, byte[]>();
    private final Map<String, LibraryType> types = new HashMap<String, LibraryType>();

    ClassFiles(TappedClass tapped, ClassLoader agentLoader) {
        this.tapped = tapped;
        this.agentLoader = agentLoader;
        ofLibrary.put(tapped.internalName(), readable(tapped.classFile()));
    }

    /** Agent first: an application may bring another Byte Buddy, and advice is written against ours. */
    @Override
    public Resolution locate(String typeName) {
        String internalName = typeName.replace('.', '/');
        byte[] classFile = internalName.equals(tapped.internalName()) ? null : read(agentLoader, internalName);
        if (classFile == null) {
            classFile = ofLibrary(internalName);
        }
        return classFile == null ? new Resolution.Illegal(typeName) : new Resolution.Explicit(classFile);
    }

    /** The class file that the application's class would link against, or null if its loader shows none. */
    byte[] ofLibrary(String internalName) {
        byte[] classFile = ofLibrary.get(internalName);
        if (classFile == null && !ofLibrary.containsKey(internalName)) {
            classFile = read(tapped.loader(), internalName);
            ofLibrary.put(internalName, classFile);
        }
        return classFile;
    }

    /** What the class of {@link #ofLibrary} declares, or null. */
    LibraryType type(String internalName) {
        LibraryType type = types.get(internalName);
        if (type == null && !types.containsKey(internalName)) {
            byte[] classFile = ofLibrary(internalName);
            type = classFile == null ? null : LibraryType.read(classFile);
            types.put(internalName, type);
        }
        return type;
    }

    /** Whether a value of the one type is one of the other, without a conversion. */
    boolean isAssignable(Type from, Type to) {
        if (from.equals(to)) {
            return true;
        }
        if (from.getSort() < Type.ARRAY || to.getSort() != Type.OBJECT) {
            return false;
        }
        return to.getInternalName().equals("java/lang/Object")
                || (from.getSort() == Type.OBJECT && isSubtype(from.getInternalName(), to.getInternalName()));
    }

    private boolean isSubtype(String name, String ancestor) {
        if (name == null || name.equals(ancestor)) {
            return name != null;
        }
        LibraryType type = type(name);
        if (type == null) {
            return false;
        }
        for (String parent : type.interfaces()) {
            if (isSubtype(parent, ancestor)) {
                return true;
            }
        }
        return isSubtype(type.superName(), ancestor);
    }

    /** Null if absent, and if the loader fails: it may be an application's own, or closed already. */
    static byte[] read(ClassLoader loader, String internalName) {
        String resource = internalName + ".class";
        try (InputStream in = loader == null
                ? ClassLoader.getSystemResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            return in == null ? null : readable(readFully(in));
        } catch (Exception unreadable) {
            return null;
        }
    }

    private static byte[] readFully(InputStream in) throws java.io.IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
        }
        return out.toByteArray();
    }

    /**
     * The class file as the newest version that our reader knows. It refuses newer numbers, though a new Java version
     * seldom changes what a method body may hold; with one it cannot read, the tap fails and says so.
     */
    static byte[] readable(byte[] classFile) {
        int newest = NEWEST_READABLE;
        if (majorVersion(classFile) <= newest) {
            return classFile;
        }
        byte[] copy = classFile.clone();
        copy[MAJOR_VERSION_OFFSET] = (byte) (newest >>> 8);
        copy[MAJOR_VERSION_OFFSET + 1] = (byte) newest;
        return copy;
    }

    /** Gives a class file made from a {@link #readable} copy its own version again. */
    static byte[] withVersionOf(byte[] original, byte[] classFile) {
        System.arraycopy(original, MAJOR_VERSION_OFFSET, classFile, MAJOR_VERSION_OFFSET, 2);
        return classFile;
    }

    private static int majorVersion(byte[] classFile) {
        if (classFile.length <= MAJOR_VERSION_OFFSET + 1) {
            return 0;
        }
        return (classFile[MAJOR_VERSION_OFFSET] & 0xff) << 8 | classFile[MAJOR_VERSION_OFFSET + 1] & 0xff;
    }

    @Override
    public void close() {}
}
