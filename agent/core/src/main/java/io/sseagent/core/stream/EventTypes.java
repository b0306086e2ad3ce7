package io.sseagent.core.stream;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;
import io.sseagent.core.parser.BoundedBytes;
import io.sseagent.core.route.Identifiers;
import java.nio.charset.StandardCharsets;

/**
 * The event types of one endpoint: {@code message}, then up to the cap in order of appearance, then the overflow. A type that
 * looks like an identifier is overflow too, because a label must hold no id. Look-ups take no lock and allocate nothing,
 * also those of types beyond the cap: an application may send a new one with each event.
 */
final class EventTypes {
    static final String OVERFLOW = "_other_";
    private static final String MESSAGE = "message";
    private static final byte[] OVERFLOW_BYTES = OVERFLOW.getBytes(StandardCharsets.US_ASCII);

    private final int max;
    private final AgentHealth health;
    private volatile byte[][] known = {MESSAGE.getBytes(StandardCharsets.US_ASCII)};

    EventTypes(int max, AgentHealth health) {
        this.max = max;
        this.health = health;
    }

    /** How many indexes there can be. */
    int capacity() {
        return max + 2;
    }

    /** The index of a type; the empty one is {@code message}. */
    int index(BoundedBytes type) {
        if (type.length() == 0) {
            return 0;
        }
        byte[][] current = known;
        for (int i = 0; i < current.length; i++) {
            if (matches(current[i], type)) {
                return i;
            }
        }
        if (current.length > max || !isLabel(type)) {
            health.overflow(Bound.EVENT_TYPES);
            return max + 1;
        }
        return add(type);
    }

    private static boolean matches(byte[] name, BoundedBytes type) {
        if (name.length != type.length() || type.overflowed()) {
            return false;
        }
        byte[] bytes = type.array();
        for (int i = name.length - 1; i >= 0; i--) {
            if (name[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private synchronized int add(BoundedBytes type) {
        byte[][] current = known;
        for (int i = 0; i < current.length; i++) {
            if (matches(current[i], type)) {
                return i;
            }
        }
        if (current.length > max) {
            health.overflow(Bound.EVENT_TYPES);
            return max + 1;
        }
        byte[][] grown = new byte[current.length + 1][];
        System.arraycopy(current, 0, grown, 0, current.length);
        grown[current.length] = new byte[type.length()];
        System.arraycopy(type.array(), 0, grown[current.length], 0, type.length());
        known = grown;
        return current.length;
    }

    private static boolean isLabel(BoundedBytes type) {
        return !type.overflowed()
                && !matches(OVERFLOW_BYTES, type)
                && !Identifiers.looksLikeOne(type.array(), type.length());
    }

    /** Names by index; null where no type was seen. The last is the overflow. */
    String[] names() {
        byte[][] current = known;
        String[] names = new String[capacity()];
        for (int i = 0; i < current.length; i++) {
            names[i] = new String(current[i], StandardCharsets.UTF_8);
        }
        names[max + 1] = OVERFLOW;
        return names;
    }
}
