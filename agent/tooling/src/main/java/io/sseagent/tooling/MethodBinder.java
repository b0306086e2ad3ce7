package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays what a tap wants beside the methods that its class really has. */
final class MethodBinder implements AdviceBinder {
    private final Tap tap;
    private final List<Member> methods;
    private final Set<String> disabledAdvice;
    private final List<BoundAdvice> bound = new ArrayList<BoundAdvice>();
    private final List<String> missing = new ArrayList<String>();
    private final Map<String, String> openChoices = new LinkedHashMap<String, String>();
    private final Set<String> metChoices = new HashSet<String>();
    private boolean fitsAny;
    private boolean leavesOut;

    MethodBinder(Tap tap, List<Member> methods, Set<String> disabledAdvice) {
        this.tap = tap;
        this.methods = methods;
        this.disabledAdvice = disabledAdvice;
    }

    @Override
    public void advise(MethodPattern method, String adviceClassName) {
        if (!bind(method, adviceClassName)) {
            missing.add(method.toString());
        }
    }

    @Override
    public void adviseIfPresent(MethodPattern method, String adviceClassName) {
        bind(method, adviceClassName);
    }

    @Override
    public void adviseOneOf(String choice, MethodPattern method, String adviceClassName) {
        if (bind(method, adviceClassName)) {
            metChoices.add(choice);
            openChoices.remove(choice);
        } else if (!metChoices.contains(choice)) {
            String earlier = openChoices.get(choice);
            openChoices.put(choice, earlier == null ? method.toString() : earlier + " or " + method);
        }
    }

    private boolean bind(MethodPattern pattern, String adviceClassName) {
        boolean fits = false;
        for (Member method : methods) {
            if (method.isAdvisable() && pattern.fits(method.name(), method.descriptor())) {
                fits = true;
                if (disabledAdvice.contains(adviceClassName)) {
                    leavesOut = true;
                } else {
                    bound.add(new BoundAdvice(method, adviceClassName));
                }
            }
        }
        fitsAny |= fits;
        return fits;
    }

    Tap tap() {
        return tap;
    }

    /** Whether this is a version without what the tap would have told. */
    boolean hasNothing() {
        return !fitsAny && !tap.isNeeded();
    }

    /** What the class has if it fits and is woven. */
    TapStatus status() {
        return bound.isEmpty() ? TapStatus.FAILED : leavesOut ? TapStatus.DEGRADED : TapStatus.MATCHED;
    }

    Set<String> adviceClassNames() {
        Set<String> names = new LinkedHashSet<String>();
        for (BoundAdvice advice : bound) {
            names.add(advice.adviceClassName());
        }
        return names;
    }

    /** The advice to weave: empty if all of it is disabled. */
    List<BoundAdvice> bound() {
        return bound;
    }

    /** What the class would need to have; empty if it fits. */
    List<String> missing() {
        List<String> all = new ArrayList<String>(missing);
        all.addAll(openChoices.values());
        if (all.isEmpty() && !fitsAny) {
            all.add("every method to advise");
        }
        return all;
    }
}
