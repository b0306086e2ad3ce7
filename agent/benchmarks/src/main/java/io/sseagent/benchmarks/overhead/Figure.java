package io.sseagent.benchmarks.overhead;

/** One row of the table: what was measured, its unit, and how a variant is compared with no agent. */
record Figure(String name, String unit, Comparison comparison) {

    /** How two values of the same round become one. */
    enum Comparison {
        /** Variant divided by no agent: for time. */
        RATIO {
            @Override
            double of(double variant, double base) {
                return variant / base;
            }
        },
        /** Variant less no agent: for what is counted. */
        DIFFERENCE {
            @Override
            double of(double variant, double base) {
                return variant - base;
            }
        };

        abstract double of(double variant, double base);
    }

    static Figure ratio(String name, String unit) {
        return new Figure(name, unit, Comparison.RATIO);
    }

    static Figure difference(String name, String unit) {
        return new Figure(name, unit, Comparison.DIFFERENCE);
    }
}
