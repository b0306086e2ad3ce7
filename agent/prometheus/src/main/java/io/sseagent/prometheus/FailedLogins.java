package io.sseagent.prometheus;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Bounds guessing: five failures a minute from one address (of IPv6, one /64 network), thirty from all together. Remembers a
 * thousand addresses. Thread-safe.
 */
final class FailedLogins {
    static final int MOST_PER_ADDRESS = 5;
    static final int MOST_IN_ALL = 30;
    static final long WINDOW_SECONDS = 60;

    private static final int MOST_ADDRESSES = 1000;
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int IPV6_BYTES = 16;

    private final Window all = new Window();
    private final Map<String, Window> byAddress = new LinkedHashMap<String, Window>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** Takes one attempt, which {@link #succeeded} gives back; false if there is none left. */
    synchronized boolean attempt(InetAddress address, long nowNanos) {
        Window own = byAddress.get(network(address));
        if (own == null) {
            own = new Window();
            byAddress.put(network(address), own);
        }
        if (!own.hasRoom(MOST_PER_ADDRESS, nowNanos) || !all.hasRoom(MOST_IN_ALL, nowNanos)) {
            return false;
        }
        own.count++;
        all.count++;
        return true;
    }

    synchronized void succeeded(InetAddress address) {
        byAddress.remove(network(address));
        all.count = Math.max(all.count - 1, 0);
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Arrays.toString(bytes.length == IPV6_BYTES ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
    }

    private static final class Window {
        private long beganNanos;
        private int count;

        boolean hasRoom(int most, long nowNanos) {
            if (count == 0 || nowNanos - beganNanos > TimeUnit.SECONDS.toNanos(WINDOW_SECONDS)) {
                beganNanos = nowNanos;
                count = 0;
            }
            return count < most;
        }
    }
}
