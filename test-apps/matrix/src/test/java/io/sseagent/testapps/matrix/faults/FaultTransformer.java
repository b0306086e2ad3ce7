package io.sseagent.testapps.matrix.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Lets {@link Faults#at} run first in every advice that it finds inlined, and in the methods of the agent that it is told. An
 * advice is found by its failure handler, so nobody has to list them: place {@code <advice class>@0} is its first part in a method,
 * {@code @1} the one behind it.
 */
final class FaultTransformer implements ClassFileTransformer {
    private static final String BRIDGE = "io/sseagent/bootstrap/SseStreams";
    /** A test application of which the agent weaves its own classes. */
    private static final String CONTAINER = "io/sseagent/testapps/container/";

    private static final byte[] BRIDGE_BYTES = BRIDGE.getBytes(US_ASCII);

    private final Map<String, Set<String>> methodsByClass = new HashMap<>();
    private final Map<String, Set<String>> wovenByClass = new ConcurrentHashMap<>();

    void enter(String place) {
        String[] parts = place.split("#");
        methodsByClass
                .computeIfAbsent(parts[0].replace('.', '/'), none -> new TreeSet<>())
                .add(parts[1]);
    }

    boolean enters(String className) {
        return methodsByClass.containsKey(className.replace('.', '/'));
    }

    Set<String> woven() {
        Set<String> all = new TreeSet<>();
        wovenByClass.values().forEach(all::addAll);
        return all;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        try {
            if (name == null || !(methodsByClass.containsKey(name) || isAdvised(name, classFile))) {
                wovenByClass.remove(String.valueOf(name));
                return null;
            }
            ClassNode type = new ClassNode();
            new ClassReader(classFile).accept(type, 0);
            Set<String> places = new TreeSet<>();
            for (MethodNode method : type.methods) {
                if (methodsByClass.containsKey(name)) {
                    atEntry(name, method, places);
                } else {
                    atAdvice(method, places);
                }
            }
            wovenByClass.put(name, places);
            ClassWriter writer = new ClassWriter(0);
            type.accept(writer);
            return writer.toByteArray();
        } catch (Throwable failure) {
            System.out.println("[faults] failed in " + name + ": " + failure);
            throw failure;
        }
    }

    private static boolean isAdvised(String name, byte[] classFile) {
        if (name.startsWith("io/sseagent/") && !name.startsWith(CONTAINER)) {
            return false;
        }
        for (int i = 0; i <= classFile.length - BRIDGE_BYTES.length; i++) {
            int same = 0;
            while (same < BRIDGE_BYTES.length && classFile[i + same] == BRIDGE_BYTES[same]) {
                same++;
            }
            if (same == BRIDGE_BYTES.length) {
                return true;
            }
        }
        return false;
    }

    private void atEntry(String className, MethodNode method, Set<String> places) {
        if (methodsByClass.get(className).contains(method.name) && method.instructions.size() > 0) {
            String place = className.replace('/', '.') + "#" + method.name;
            places.add(place);
            method.instructions.insert(call(place));
            method.maxStack++;
        }
    }

    private static void atAdvice(MethodNode method, Set<String> places) {
        List<TryCatchBlockNode> blocks = new ArrayList<>(method.tryCatchBlocks);
        blocks.removeIf(block -> adviceHandledBy(block) == null);
        blocks.sort(Comparator.comparingInt(block -> method.instructions.indexOf(block.start)));
        Map<String, Integer> parts = new HashMap<>();
        for (TryCatchBlockNode block : blocks) {
            String advice = adviceHandledBy(block);
            String place = advice + "@" + (parts.merge(advice, 1, Integer::sum) - 1);
            places.add(place);
            method.instructions.insertBefore(code(block.start), call(place));
        }
        method.maxStack += blocks.isEmpty() ? 0 : 1;
    }

    /** The advice that the handler reports on, or null if it is a handler of the library. */
    private static String adviceHandledBy(TryCatchBlockNode block) {
        AbstractInsnNode first = code(block.handler);
        AbstractInsnNode second = first == null ? null : code(first.getNext());
        boolean reports = first instanceof LdcInsnNode
                && second instanceof MethodInsnNode call
                && call.owner.equals(BRIDGE)
                && call.name.equals("adviceFailed");
        return reports ? (String) ((LdcInsnNode) first).cst : null;
    }

    /** The first instruction from here on that is none of ASM's marks. */
    private static AbstractInsnNode code(AbstractInsnNode from) {
        AbstractInsnNode node = from;
        while (node != null && node.getOpcode() < 0) {
            node = node.getNext();
        }
        return node;
    }

    private static InsnList call(String place) {
        InsnList call = new InsnList();
        call.add(new LdcInsnNode(place));
        call.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC, Faults.class.getName().replace('.', '/'), "at", "(Ljava/lang/String;)V", false));
        return call;
    }
}
