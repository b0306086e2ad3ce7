package io.sseagent.bootstrap;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Streams of servers that offer no slot for a handle, by the identity of their exchange. Only event streams are ever
 * put here, so it stays as small as their number.
 *
 * <p>{@link #get} takes no lock and allocates nothing; {@link #put} is rare and locked. An entry goes when its key does.
 */
final class WeakIdentityMap {
    private static final int BUCKETS = 1 << 12;

    private final AtomicReferenceArray<Node> buckets = new AtomicReferenceArray<Node>(BUCKETS);
    private final ReferenceQueue<Object> collected = new ReferenceQueue<Object>();

    SseStream get(Object key) {
        if (key == null) {
            // it would match every collected entry
            return null;
        }
        Node node = buckets.get(System.identityHashCode(key) & (BUCKETS - 1));
        while (node != null) {
            if (node.get() == key) {
                return node.stream;
            }
            node = node.next;
        }
        return null;
    }

    synchronized void put(Object key, SseStream stream) {
        if (key == null) {
            return;
        }
        removeCollected();
        int bucket = System.identityHashCode(key) & (BUCKETS - 1);
        buckets.set(bucket, new Node(key, collected, bucket, stream, without(buckets.get(bucket), key)));
    }

    synchronized void remove(Object key) {
        if (key == null) {
            return;
        }
        int bucket = System.identityHashCode(key) & (BUCKETS - 1);
        buckets.set(bucket, without(buckets.get(bucket), key));
    }

    /** An entry holds its stream until this runs: so does {@link #put}, and the agent's thread once a second. */
    synchronized void removeCollected() {
        Object gone = collected.poll();
        while (gone != null) {
            int bucket = ((Node) gone).bucket;
            buckets.set(bucket, without(buckets.get(bucket), null));
            gone = collected.poll();
        }
    }

    /** Chains are immutable, so that readers need no lock: rebuild what is left. */
    private Node without(Node chain, Object key) {
        if (chain == null) {
            return null;
        }
        Node rest = without(chain.next, key);
        Object own = chain.get();
        if (own == null || own == key) {
            return rest;
        }
        return rest == chain.next ? chain : new Node(own, collected, chain.bucket, chain.stream, rest);
    }

    private static final class Node extends WeakReference<Object> {
        private final int bucket;
        private final SseStream stream;
        private final Node next;

        Node(Object key, ReferenceQueue<Object> queue, int bucket, SseStream stream, Node next) {
            super(key, queue);
            this.bucket = bucket;
            this.stream = stream;
            this.next = next;
        }
    }
}
