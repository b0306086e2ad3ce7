package io.sseagent.tooling;

import java.security.ProtectionDomain;

/** A class of the application on its way through the installer. Short-lived: holds its loader. */
final class TappedClass {
    private final String internalName;
    private final ClassLoader loader;
    private final byte[] classFile;
    private final LibraryVersion version;

    TappedClass(String internalName, ClassLoader loader, ProtectionDomain domain, byte[] classFile) {
        this.internalName = internalName;
        this.loader = loader;
        this.classFile = classFile;
        this.version = LibraryVersion.of(domain, internalName);
    }

    /** For reports about a loaded class whose class file nobody handed over. */
    TappedClass(Class<?> type) {
        this(type.getName().replace('.', '/'), type.getClassLoader(), type.getProtectionDomain(), new byte[0]);
    }

    String internalName() {
        return internalName;
    }

    /** Null for the bootstrap loader. */
    ClassLoader loader() {
        return loader;
    }

    byte[] classFile() {
        return classFile;
    }

    LibraryVersion version() {
        return version;
    }
}
