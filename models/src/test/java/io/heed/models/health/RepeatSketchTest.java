package io.heed.models.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RepeatSketchTest {
    @Test
    void rowsOfDifferentCustomersAreWorthThemselves() {
        RepeatSketch sketch = new RepeatSketch();
        for (int customer = 0; customer < 100_000; customer++) {
            sketch.add("C" + customer);
        }
        assertThat(sketch.effectiveRows(100_000))
                .isCloseTo(100_000, within(25_000.0))
                .isLessThanOrEqualTo(100_000);
    }

    @Test
    void aHundredRowsOfOneCustomerAreWorthOne() {
        RepeatSketch sketch = new RepeatSketch();
        for (int row = 0; row < 100; row++) {
            sketch.add("C1");
        }
        assertThat(sketch.effectiveRows(100)).isEqualTo(1);
    }

    @Test
    void unevenCustomersAreWorthWhatTheSumOfSquaresSays() {
        Random random = new Random(3);
        double worstRatio = 1;
        for (int trial = 0; trial < 50; trial++) {
            RepeatSketch sketch = new RepeatSketch();
            RepeatSketch other = new RepeatSketch();
            long rows = 0;
            double squares = 0;
            for (int customer = 0; customer < 2_000; customer++) {
                int times = 1 + random.nextInt(8);
                for (int row = 0; row < times; row++) {
                    (random.nextBoolean() ? sketch : other).add(trial + "/" + customer);
                }
                rows += times;
                squares += times * times;
            }
            sketch.addAll(other);
            double ratio = sketch.effectiveRows(rows) / (rows * rows / squares);
            worstRatio = Math.max(worstRatio, Math.max(ratio, 1 / ratio));
        }
        assertThat(worstRatio).isLessThan(1.45);
    }

    @Test
    void nothingIsWorthNothing() {
        assertThat(new RepeatSketch().effectiveRows(0)).isZero();
    }
}
