package io.sseagent.benchmarks.overhead;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the scenarios of one run share. A variant that cannot be started is left out from there on, and said so. */
final class OverheadRun {
    private final Options options;
    private final Workplace workplace;
    private final Measurements measurements = new Measurements();
    private final List<Variant> variants;

    OverheadRun(Options options, Workplace workplace, List<Variant> variants) {
        this.options = options;
        this.workplace = workplace;
        this.variants = new ArrayList<>(variants);
    }

    Options options() {
        return options;
    }

    Workplace workplace() {
        return workplace;
    }

    Measurements measurements() {
        return measurements;
    }

    /**
     * The variants in the order for {@code round}: it rotates, so that none always runs behind the same neighbour. With no
     * variant but the base there would be nothing to compare.
     */
    List<Variant> order(int round) {
        return rotated(variants, round);
    }

    static <T> List<T> rotated(List<T> all, int by) {
        List<T> rotated = new ArrayList<>(all);
        java.util.Collections.rotate(rotated, -by);
        return rotated;
    }

    /** Null if it does not start. */
    Server start(Application application, Variant variant) {
        try {
            return Server.start(workplace, application, variant);
        } catch (IOException e) {
            say(variant.name() + " does not start: " + e.getMessage());
            if (variant.name().equals(Variants.NONE)) {
                throw new IllegalStateException("nothing to compare with", e);
            }
            variants.remove(variant);
            return null;
        }
    }

    /** Progress, on standard error: standard output is the report. */
    static void say(String line) {
        System.err.println(line);
    }
}
