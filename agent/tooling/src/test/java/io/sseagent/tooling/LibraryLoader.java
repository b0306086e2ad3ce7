package io.sseagent.tooling;

import io.sseagent.tooling.library.Message;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;

/** Loads the library of the tests anew, as the loader of an application does. */
class LibraryLoader extends ClassLoader {
    private static final String PACKAGE = Message.class.getPackageName() + '.';

    private final Map<String, byte[]> changed = new HashMap<>();

    LibraryLoader() {
        super(LibraryLoader.class.getClassLoader());
    }

    /** Replaces a class of the library before it is loaded. */
    void define(String simpleName, byte[] classFile) {
        changed.put(PACKAGE + simpleName, classFile);
    }

    static byte[] original(String simpleName) {
        return ClassFiles.read(LibraryLoader.class.getClassLoader(), (PACKAGE + simpleName).replace('.', '/'));
    }

    /** The class file as an older compiler would have written it. */
    static byte[] withVersion(byte[] classFile, int version, boolean frames) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor versioned = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int ignored, int access, String name, String generic, String parent, String[] types) {
                super.visit(version, access, name, generic, parent, types);
            }
        };
        new ClassReader(classFile).accept(versioned, frames ? 0 : ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(PACKAGE)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] classFile = changed.get(name);
            if (classFile == null) {
                classFile = ClassFiles.read(getParent(), name.replace('.', '/'));
            }
            return defineClass(name, classFile, 0, classFile.length);
        }
    }

    @Override
    public java.io.InputStream getResourceAsStream(String name) {
        byte[] classFile = changed.get(name.replace('/', '.').replaceFirst("\\.class$", ""));
        return classFile == null ? super.getResourceAsStream(name) : new java.io.ByteArrayInputStream(classFile);
    }
}
