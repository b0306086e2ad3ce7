package io.sseagent.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellCountsTest {
    private static final int CELLS = 200;

    private final Random random = new Random(11);
    private final CellCounts counts = new CellCounts();

    @Test
    void emptyCountsHoldNothing() {
        assertThat(counts.to() - counts.from()).isZero();
        assertThat(counts.get(0)).isZero();
    }

    @Test
    void aZeroTakesNoMemory() {
        counts.add(150, 0);

        assertThat(counts.to() - counts.from()).isZero();
    }

    @Test
    void onlyTheSpanInUseIsHeld() {
        counts.add(100, 1);
        counts.add(110, 1);

        assertThat(counts.to() - counts.from()).isLessThanOrEqualTo(24);
    }

    @Test
    void whateverIsAddedIsThere() {
        for (int round = 0; round < 200; round++) {
            CellCounts sum = new CellCounts();
            long[] expected = new long[CELLS];
            for (int part = 0; part < 3; part++) {
                CellCounts more = new CellCounts();
                for (int i = random.nextInt(20); i > 0; i--) {
                    int cell = random.nextInt(CELLS);
                    long count = random.nextInt(3);
                    more.add(cell, count);
                    expected[cell] += count;
                }
                sum.add(more);
            }
            for (int cell = 0; cell < CELLS; cell++) {
                assertThat(sum.get(cell)).isEqualTo(expected[cell]);
                assertThat(expected[cell] == 0 || (cell >= sum.from() && cell < sum.to()))
                        .isTrue();
            }
        }
    }

    @Test
    void aSumOwnsItsMemory() {
        counts.add(5, 1);
        CellCounts sum = new CellCounts();
        sum.add(counts);
        sum.add(5, 1);

        assertThat(counts.get(5)).isEqualTo(1);
        assertThat(sum.get(5)).isEqualTo(2);
    }
}
