package io.sseagent.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistogramTotalsTest {
    private static final long SECOND = 1_000_000_000L;

    private final HistogramTotals totals = new HistogramTotals(Layouts.GAP);

    @Test
    void nothingIsZeroEverywhere() {
        assertThat(totals.count()).isZero();
        assertThat(totals.sum()).isZero();
        assertThat(totals.zeroCount()).isZero();
        assertThat(totals.classicCounts()).hasSize(Layouts.GAP.classicBuckets()).containsOnly(0);
        assertThat(totals.exemplars()).isEmpty();
        assertThat(nativeBuckets(totals)).isEmpty();
    }

    @Test
    void classicAndNativeBucketsComeFromOneRecording() {
        totals.record(0);
        totals.record(SECOND);
        totals.record(SECOND);
        totals.record(2 * SECOND);
        totals.record(1_000 * SECOND);

        assertThat(totals.count()).isEqualTo(5);
        assertThat(totals.sum()).isEqualTo(1_004.0);
        assertThat(totals.zeroCount()).isEqualTo(1);
        // 10 ms ... 1 s is the seventh, 2.5 s the eighth, +Inf the last
        assertThat(totals.classicCounts()).containsExactly(1, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(nativeBuckets(totals)).isEqualTo(Map.of(0, 2L, 8, 1L, 80, 1L));
    }

    @Test
    void bothKindsOfBucketsHoldEveryValueOnce() {
        Random random = new Random(11);
        SlowBuckets slow = new SlowBuckets(Layouts.GAP, SECOND);
        Map<Integer, Long> expectedNative = new TreeMap<>();
        long[] expectedClassic = new long[Layouts.GAP.classicBuckets()];
        for (int i = 0; i < 20_000; i++) {
            long value = random.nextLong() >>> (10 + random.nextInt(53));
            totals.record(value);
            expectedClassic[slow.classicIndex(value)]++;
            expectedNative.merge(slow.nativeIndex(value), 1L, Long::sum);
        }
        long zero = expectedNative.remove(Integer.MIN_VALUE);

        assertThat(totals.classicCounts()).isEqualTo(expectedClassic);
        assertThat(totals.zeroCount()).isEqualTo(zero);
        assertThat(nativeBuckets(totals)).isEqualTo(expectedNative);
    }

    @Test
    void streamsAndOtherTotalsAddUp() {
        BucketCounts stream = new BucketCounts().record(Layouts.GAP, SECOND).record(Layouts.GAP, SECOND);
        HistogramTotals other = new HistogramTotals(Layouts.GAP);
        other.record(2 * SECOND);

        totals.add(stream);
        totals.add(other);
        totals.add((BucketCounts) null);
        totals.add((HistogramTotals) null);
        totals.add(new HistogramTotals(Layouts.GAP));

        assertThat(totals.count()).isEqualTo(3);
        assertThat(totals.sum()).isEqualTo(4.0);
        assertThat(other.count()).isEqualTo(1);
    }

    @Test
    void theSumGoesOnBeyondThreeHundredYearsOfNanoseconds() {
        BucketCounts year = new BucketCounts().record(Layouts.GAP, 365 * 86_400 * SECOND);
        double before = 0;
        for (int i = 0; i < 5_000; i++) {
            HistogramTotals other = new HistogramTotals(Layouts.GAP);
            other.add(year);
            totals.add(other);
            assertThat(totals.sum()).isGreaterThan(before);
            before = totals.sum();
        }

        assertThat(totals.sum()).isEqualTo(5_000.0 * 365 * 86_400);
        assertThat(totals.count()).isEqualTo(5_000);
    }

    @Test
    void theSumDoesNotDependOnTheOrderOfItsParts() {
        Random random = new Random(3);
        long[] parts = random.longs(1_000, 0, Long.MAX_VALUE / 2).toArray();
        HistogramTotals backwards = new HistogramTotals(Layouts.GAP);
        for (int i = 0; i < parts.length; i++) {
            totals.record(parts[i]);
            backwards.record(parts[parts.length - 1 - i]);
        }

        assertThat(totals.sum()).isEqualTo(backwards.sum());
    }

    @Test
    void aNegativeValueCountsAsNothing() {
        totals.record(SECOND);
        totals.record(-SECOND);

        assertThat(totals.count()).isEqualTo(2);
        assertThat(totals.zeroCount()).isEqualTo(1);
        assertThat(totals.sum()).isEqualTo(1.0);
    }

    @Test
    void theNewestExemplarOfABucketWins() {
        Exemplar oldest = exemplar("a", SECOND, 1_000);
        Exemplar newest = exemplar("b", SECOND - 1, 3_000);
        Exemplar between = exemplar("c", SECOND, 2_000);
        Exemplar elsewhere = exemplar("d", 2 * SECOND, 1);

        totals.offer(oldest);
        totals.offer(newest);
        totals.offer(between);
        totals.offer(elsewhere);
        totals.offer(null);

        assertThat(totals.exemplars()).containsExactly(newest, elsewhere);
    }

    @Test
    void exemplarsTravelWithTheirTotals() {
        HistogramTotals other = new HistogramTotals(Layouts.GAP);
        other.record(SECOND);
        other.offer(exemplar("new", SECOND, 2_000));
        totals.record(SECOND);
        totals.offer(exemplar("old", SECOND, 1_000));

        totals.add(other);

        assertThat(totals.exemplars()).extracting(Exemplar::traceId).containsExactly("new");
        assertThat(totals.exemplars()).extracting(Exemplar::value).containsExactly(SECOND);
        assertThat(totals.exemplars()).extracting(Exemplar::epochMillis).containsExactly(2_000L);
        assertThat(totals.exemplars()).extracting(Exemplar::spanId).containsExactly("span");
    }

    private static Exemplar exemplar(String trace, long value, long epochMillis) {
        return new Exemplar(trace, "span", value, epochMillis);
    }

    private static Map<Integer, Long> nativeBuckets(HistogramTotals totals) {
        Map<Integer, Long> buckets = new TreeMap<>();
        totals.visitNative(
                (index, count) -> assertThat(buckets.put(index, count)).isNull());
        return buckets;
    }
}
