package io.sseagent.dist;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * Which classes of a library nothing leads to. A class leads to every type that its code, signatures and annotations name, and
 * to every type whose full name is one of its string constants, so that look-ups by literal names are seen.
 */
final class ReachableClasses {
    private static final String CLASS = ".class";

    private static final String VERSIONS = "META-INF/versions/";

    private final Map<String, byte[]> content;
    private final Set<String> versionFolders = new HashSet<String>();
    private final Set<String> reached = new HashSet<String>();
    private final Deque<String> open = new ArrayDeque<String>();

    private ReachableClasses(Map<String, byte[]> content) {
        this.content = content;
        for (String name : content.keySet()) {
            if (name.startsWith(VERSIONS)) {
                versionFolders.add(name.substring(0, name.indexOf('/', VERSIONS.length()) + 1));
            }
        }
    }

    /** The entries below {@code library}, in whatever version folder, that are not reachable from those outside of it. */
    static Set<String> unreached(Map<String, byte[]> content, String library) {
        ReachableClasses classes = new ReachableClasses(content);
        Set<String> candidates = new HashSet<String>();
        for (String name : content.keySet()) {
            if (name.contains(library) && name.endsWith(CLASS)) {
                candidates.add(name);
            } else if (name.endsWith(CLASS)) {
                classes.reach(name);
            }
        }
        while (!classes.open.isEmpty()) {
            classes.follow(classes.open.pop());
        }
        candidates.removeAll(classes.reached);
        return candidates;
    }

    private void reachAnyVersion(String type) {
        reach(type + CLASS);
        for (String folder : versionFolders) {
            reach(folder + type + CLASS);
        }
    }

    private void reach(String entry) {
        if (content.containsKey(entry) && reached.add(entry)) {
            open.push(entry);
        }
    }

    private void follow(String entry) {
        new ClassReader(content.get(entry)).accept(new References(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    private final class References extends ClassRemapper {
        References() {
            // a visitor that takes part in everything, or else methods would not be visited
            super(Opcodes.ASM9, new ClassWriter(0), new TypeNames());
        }

        // these two list all nested classes of all classes named, whether they are used or not

        @Override
        public void visitInnerClass(String name, String outerName, String innerName, int access) {}

        @Override
        public void visitNestMember(String nestMember) {}
    }

    private final class TypeNames extends Remapper {
        TypeNames() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            reachAnyVersion(internalName);
            return internalName;
        }

        @Override
        public Object mapValue(Object value) {
            if (value instanceof String) {
                reachAnyVersion(((String) value).replace('.', '/'));
            }
            return super.mapValue(value);
        }
    }
}
