package io.sseagent.bootstrap;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What is kept for objects that offer no slot, by their identity: streams for exchanges, mostly. Only what belongs to event streams is
 * ever put here, so it stays as small as their number.
 *
 * <p>{@link #get} takes no lock and allocates nothing; {@link #put} is rare and locked. An entry goes when its key does.
 */
final class WeakIdentityMap<V> {
    private static final int BUCKETS = 1 << 12;

    private final AtomicReferenceArray<Node<V>> buckets = new AtomicReferenceArray<Node<V>>(BUCKETS);
    private final ReferenceQueue<Object> collected = new ReferenceQueue<Object>();

    V get(Object key) {
        if (key == null) {
            // it would match every collected entry
            return null;
        }
        Node<V> node = buckets.get(System.identityHashCode(key) & (BUCKETS - 1));
        while (node != null) {
            if (node.get() == key) {
                return node.value;
            }
            node = node.next;
        }
        return null;
    }

    synchronized void put(Object key, V value) {
        if (key == null) {
            return;
        }
        removeCollected();
        int bucket = System.identityHashCode(key) & (BUCKETS - 1);
        buckets.set(bucket, new Node<V>(key, collected, bucket, value, without(buckets.get(bucket), key)));
    }

    synchronized void remove(Object key) {
        if (key == null) {
            return;
        }
        int bucket = System.identityHashCode(key) & (BUCKETS - 1);
        buckets.set(bucket, without(buckets.get(bucket), key));
    }

    /** An entry holds its value until this runs: so does {@link #put}, and the agent's thread once a second. */
    synchronized void removeCollected() {
        Object gone = collected.poll();
        while (gone != null) {
            int bucket = ((Node<?>) gone).bucket;
            buckets.set(bucket, without(buckets.get(bucket), null));
            gone = collected.poll();
        }
    }

    /** Chains are immutable, so that readers need no lock: rebuild what is left. */
    private Node<V> without(Node<V> chain, Object key) {
        if (chain == null) {
            return null;
        }
        Node<V> rest = without(chain.next, key);
        Object own = chain.get();
        if (own == null || own == key) {
            return rest;
        }
        return rest == chain.next ? chain : new Node<V>(own, collected, chain.bucket, chain.value, rest);
    }

    private static final class Node<V> extends WeakReference<Object> {
        private final int bucket;
        private final V value;
        private final Node<V> next;

        Node(Object key, ReferenceQueue<Object> queue, int bucket, V value, Node<V> next) {
            super(key, queue);
            this.bucket = bucket;
            this.value = value;
            this.next = next;
        }
    }
}
