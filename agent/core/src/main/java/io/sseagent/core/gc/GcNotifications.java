package io.sseagent.core.gc;

import io.sseagent.core.health.AgentHealth;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Hears of pauses from the beans of the collectors, G1, Parallel, Serial, ZGC and Shenandoah alike. A bean of cycles tells how long
 * a collection took that the application ran through, so it is left alone; the pauses have a bean of their own where there are
 * such cycles. What goes wrong is counted, and after ten failures nothing is listened to any more.
 */
public final class GcNotifications implements NotificationListener {
    /** The component that failures are counted under. */
    public static final String COMPONENT = "gc";

    private static final String CYCLES = "Cycles";
    /** The only bean of JDK 11 to 16, which tells of cycles, too. */
    private static final String CYCLES_OF_OLD = "ZGC";

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int MOST_FAILURES = 10;

    private final GcListener listener;
    private final AgentHealth health;
    private final AtomicInteger failures = new AtomicInteger();

    /** Listens to nothing yet. */
    public GcNotifications(GcListener listener, AgentHealth health) {
        this.listener = listener;
        this.health = health;
    }

    /** Begins to listen; wakes JMX. Once, on the agent's thread. */
    public void begin() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter && stopsTheWorld(collector.getName())) {
                ((NotificationEmitter) collector).addNotificationListener(this, null, null);
            }
        }
    }

    static boolean stopsTheWorld(String collector) {
        return !collector.endsWith(CYCLES) && !collector.equals(CYCLES_OF_OLD);
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (failures.get() >= MOST_FAILURES) {
            return;
        }
        try {
            tell(notification.getUserData());
        } catch (Throwable failure) {
            failures.incrementAndGet();
            health.error(COMPONENT);
        }
    }

    /** By the names of its parts, because the class that describes them is not of every JVM. */
    private void tell(Object data) {
        CompositeData collection = (CompositeData) data;
        CompositeData info = (CompositeData) collection.get("gcInfo");
        long millis = (Long) info.get("duration");
        listener.paused(
                (String) collection.get("gcName"), (String) collection.get("gcCause"), millis * NANOS_PER_MILLI);
    }
}
