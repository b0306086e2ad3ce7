package io.sseagent.core.health;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/**
 * Share of the old generation in use after its last collection: what the host really holds on to. Pools in which objects only
 * pass by (eden, survivors) support no usage threshold, which tells them apart under every collector.
 */
public final class HeapProbe implements Probe {
    private final List<MemoryPoolMXBean> pools = new ArrayList<>();

    /** Wakes JMX beans, so only after the application's main has begun. */
    public HeapProbe() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported()) {
                pools.add(pool);
            }
        }
    }

    @Override
    public double read() {
        double share = Double.NaN;
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage usage = pool.getCollectionUsage();
            if (usage != null && usage.getMax() > 0) {
                double ofPool = (double) usage.getUsed() / usage.getMax();
                share = Double.isNaN(share) ? ofPool : Math.max(share, ofPool);
            }
        }
        return share;
    }
}
