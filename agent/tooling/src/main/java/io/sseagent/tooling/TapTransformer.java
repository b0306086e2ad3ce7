package io.sseagent.tooling;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees every class that the JVM loads: one hash look-up each, and nothing more unless it hits. Any loader is looked at,
 * because the JDK's HTTP server belongs to the bootstrap loader on Java 8.
 */
final class TapTransformer implements ClassFileTransformer {
    /** Replaced as a whole, so that a class costs one look-up whoever comes in addition. */
    private volatile Map<String, List<Tap>> tapsByInternalName;

    private final ClassLoader agentLoader;
    private final TapReports reports;
    private final Set<String> disabledAdvice = Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());

    private volatile boolean fallbackArmed;
    private volatile boolean metFallback;
    private volatile Weaver weaver;

    TapTransformer(Map<String, List<Tap>> tapsByTypeName, ClassLoader agentLoader, TapReports reports) {
        know(tapsByTypeName);
        this.agentLoader = agentLoader;
        this.reports = reports;
    }

    /** Weaves these, and no others, from the next class on. */
    final void know(Map<String, List<Tap>> tapsByTypeName) {
        Map<String, List<Tap>> known = new HashMap<String, List<Tap>>(tapsByTypeName.size() * 2);
        for (Map.Entry<String, List<Tap>> taps : tapsByTypeName.entrySet()) {
            known.put(taps.getKey().replace('.', '/'), taps.getValue());
        }
        tapsByInternalName = known;
    }

    /** Whether a class was left alone because only a fallback wants it. */
    boolean hasMetFallback() {
        return metFallback;
    }

    /** Weaves for fallbacks, too, from the next class on. */
    void armFallback() {
        fallbackArmed = true;
    }

    /** From the next weaving on; false if it was so before. */
    boolean disableAdvice(String adviceClassName) {
        return disabledAdvice.add(adviceClassName);
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        List<Tap> taps = name == null ? null : tapsByInternalName.get(name);
        if (taps == null) {
            return null;
        }
        if (!fallbackArmed && taps.get(0).isFallback()) {
            metFallback = true;
            return null;
        }
        return weaver().weave(taps, new TappedClass(name, loader, domain, classFile));
    }

    /** Late, so that a JVM without a target never loads the classes that weave. Two of them at once do no harm. */
    private Weaver weaver() {
        Weaver current = weaver;
        if (current == null) {
            current = new Weaver(agentLoader, reports, disabledAdvice);
            weaver = current;
        }
        return current;
    }
}
