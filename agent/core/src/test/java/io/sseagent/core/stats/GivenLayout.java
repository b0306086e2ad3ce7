package io.sseagent.core.stats;

/** Every layout of the catalogue, and one of its own, with the number of raw units in a base unit. */
enum GivenLayout {
    ESTABLISH(Layouts.ESTABLISH, 1_000_000_000),
    GAP(Layouts.GAP, 1_000_000_000),
    DURATION(Layouts.DURATION, 1_000_000_000),
    RECONNECT(Layouts.RECONNECT, 1_000_000_000),
    SIZE(Layouts.SIZE, 1),
    WRITE(Layouts.WRITE, 1_000_000_000),
    ONE_BOUND(BucketLayout.ofUnits(1000), 1);

    final BucketLayout layout;
    final long unitsPerBase;

    GivenLayout(BucketLayout layout, long unitsPerBase) {
        this.layout = layout;
        this.unitsPerBase = unitsPerBase;
    }
}
