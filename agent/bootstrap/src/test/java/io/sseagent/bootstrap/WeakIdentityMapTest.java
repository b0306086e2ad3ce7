package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WeakIdentityMapTest {
    private final WeakIdentityMap<SseStream> map = new WeakIdentityMap<>();

    @Test
    void equalKeysAreDifferentKeys() {
        List<String> one = new ArrayList<>(List.of("same"));
        List<String> other = new ArrayList<>(List.of("same"));
        SseStream ofOne = new NamedStream("one");
        SseStream ofOther = new NamedStream("other");

        map.put(one, ofOne);
        assertThat(map.get(other)).isNull();
        map.put(other, ofOther);

        assertThat(map.get(one)).isSameAs(ofOne);
        assertThat(map.get(other)).isSameAs(ofOther);
    }

    @Test
    void aKeyMayChangeItsHashCode() {
        List<String> key = new ArrayList<>();
        SseStream stream = new NamedStream("kept");
        map.put(key, stream);

        key.add("another hash code now");

        assertThat(map.get(key)).isSameAs(stream);
    }

    @Test
    void theLastStreamOfAKeyWins() {
        Object key = new Object();
        SseStream last = new NamedStream("last");
        map.put(key, new NamedStream("first"));
        map.put(key, last);

        assertThat(map.get(key)).isSameAs(last);
    }

    @Test
    void whatIsRemovedLeavesTheOthersOfItsBucket() {
        Object[] keys = new Object[40_960];
        SseStream stream = new NamedStream("kept");
        for (int i = 0; i < keys.length; i++) {
            keys[i] = new Object();
            map.put(keys[i], stream);
        }

        for (int i = 0; i < keys.length; i += 2) {
            map.remove(keys[i]);
        }
        map.remove(new Object());
        map.remove(null);

        for (int i = 0; i < keys.length; i++) {
            assertThat(map.get(keys[i])).isSameAs(i % 2 == 0 ? null : stream);
        }
    }

    @Test
    void chainsKeepEveryKey() {
        // ten per bucket on average
        Object[] keys = new Object[40_960];
        SseStream[] streams = new SseStream[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = new Object();
            streams[i] = new NamedStream("stream " + i);
            map.put(keys[i], streams[i]);
        }
        for (int i = 0; i < keys.length; i++) {
            assertThat(map.get(keys[i])).isSameAs(streams[i]);
        }
        assertThat(map.get(new Object())).isNull();
    }

    @Test
    void aCollectedKeyLetsGoOfItsStream() throws Exception {
        Object kept = new Object();
        SseStream ofKept = new NamedStream("kept");
        map.put(kept, ofKept);
        WeakReference<SseStream> lost = putWithKeyThatIsDropped();

        awaitCollected(lost);

        assertThat(map.get(kept)).isSameAs(ofKept);
    }

    @Test
    void nullIsNoKeyAlsoWhenKeysWereCollected() throws Exception {
        List<WeakReference<Object>> keys = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            Object key = new Object();
            keys.add(new WeakReference<>(key));
            map.put(key, new NamedStream("of a collected key"));
        }
        map.put(null, new NamedStream("of null"));
        awaitCollected(keys.get(0));

        assertThat(map.get(null)).isNull();
    }

    @Test
    void lookingUpAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        Object key = new Object();
        Object unknown = new Object();
        map.put(key, new NamedStream("kept"));
        int found = lookUp(key, unknown, 20_000);
        threads.getThreadAllocatedBytes(thread);

        // linking and deoptimising allocate once: what a look-up allocates shows in every window
        long least = Long.MAX_VALUE;
        for (int window = 0; window < 5; window++) {
            long before = threads.getThreadAllocatedBytes(thread);
            found += lookUp(key, unknown, 20_000);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }

        assertThat(least).isZero();
        assertThat(found).isEqualTo(6 * 20_000);
    }

    @Test
    void aReaderSeesItsStreamWhileOthersArePut() throws Exception {
        Object key = new Object();
        SseStream stream = new NamedStream("mine");
        map.put(key, stream);
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<String> wrong = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            while (!done.get() && wrong.get() == null) {
                if (map.get(key) != stream) {
                    wrong.set("lost or mixed up");
                }
            }
        });
        reader.start();

        // keys die as fast as they come, so that the chain of the reader's key is rebuilt many times
        for (int i = 0; i < 300_000; i++) {
            map.put(new Object(), new NamedStream("other"));
        }
        done.set(true);
        reader.join(TimeUnit.SECONDS.toMillis(30));

        assertThat(reader.isAlive()).isFalse();
        assertThat(wrong.get()).isNull();
    }

    private int lookUp(Object key, Object unknown, int times) {
        int found = 0;
        for (int i = 0; i < times; i++) {
            found += map.get(key) != null ? 1 : 0;
            found += map.get(unknown) != null ? 1 : 0;
        }
        return found;
    }

    private WeakReference<SseStream> putWithKeyThatIsDropped() {
        SseStream stream = new NamedStream("lost");
        map.put(new Object(), stream);
        return new WeakReference<>(stream);
    }

    private void awaitCollected(WeakReference<?> reference) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (reference.get() != null) {
            assertThat(System.nanoTime()).as("collected in time").isLessThan(deadline);
            System.gc();
            map.removeCollected();
            Thread.onSpinWait();
        }
    }
}
