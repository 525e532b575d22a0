package io.heed.models.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTestTest {
    private static final double[] TEN_LIKE_AND_SOME_ABSENT = {
        0.098, 0.098, 0.098, 0.098, 0.098, 0.098, 0.098, 0.098, 0.098, 0.098, 0.02
    };
    private static final double[] MOSTLY_ZERO = {0.6, 0.2, 0.1, 0.05, 0.03, 0.02};
    private static final double[] EMPTY_AND_RARE = {0.9, 0.08, 0.01, 0.005, 0.003, 0.001, 0.001, 0};
    private static final double[] FLAG = {0.96, 0.04};
    private static final double[][] SHAPES = {TEN_LIKE_AND_SOME_ABSENT, MOSTLY_ZERO, EMPTY_AND_RARE, FLAG};
    /** Nothing is a trifle here, so that chance alone decides. */
    private static final HealthLimits ONE_IN_A_HUNDRED = new HealthLimits(0.01, 0, 0, 1);

    private final SplittableRandom random = new SplittableRandom(11);

    /** Without a change at most one check in a hundred gives an alarm, within three standard errors of the simulation. */
    @ParameterizedTest
    @CsvSource({
        "100, 100, 20000",
        "100, 1000, 10000",
        "1000, 100, 10000",
        "1000, 1000, 10000",
        "100, 100000, 400",
        "100000, 100, 400",
        "1000, 100000, 400",
        "100000, 1000, 400",
        "100000, 100000, 400"
    })
    void falseAlarmsAreAsRareAsStated(int trained, int seen, int tries) {
        DriftTest test = new DriftTest(ONE_IN_A_HUNDRED, 1);
        for (double[] shape : SHAPES) {
            int alarms = 0;
            for (int i = 0; i < tries; i++) {
                Drift drift = test.drift(rows(trained, shape), trained, rows(seen, shape), seen);
                alarms += drift.isAlarm() ? 1 : 0;
            }
            double error = Math.sqrt(0.01 * 0.99 / tries);
            assertThat((double) alarms / tries).as("%d bins", shape.length).isLessThan(0.01 + 3 * error);
        }
    }

    /** The law is not merely kept by never giving an alarm: where no bin is rare it is met. */
    @Test
    void withoutRareBinsFalseAlarmsAreNotRarerThanStated() {
        DriftTest test = new DriftTest(ONE_IN_A_HUNDRED, 1);
        int alarms = 0;
        for (int i = 0; i < 20_000; i++) {
            Drift drift =
                    test.drift(rows(1000, TEN_LIKE_AND_SOME_ABSENT), 1000, rows(1000, TEN_LIKE_AND_SOME_ABSENT), 1000);
            alarms += drift.isAlarm() ? 1 : 0;
        }
        assertThat(alarms / 20_000.0).isCloseTo(0.01, within(0.003));
    }

    /** Fifty features and a score: the corrected threshold lies far out, where a law of large numbers holds last. */
    @ParameterizedTest
    @CsvSource({"100, 100", "1000, 100", "1000, 1000"})
    void theRateIsThatOfAllFeaturesTogether(int trained, int seen) {
        DriftTest test = new DriftTest(ONE_IN_A_HUNDRED, 51);
        int checks = 2_000;
        int alarms = 0;
        for (int check = 0; check < checks; check++) {
            boolean alarm = false;
            for (int feature = 0; feature < 51; feature++) {
                double[] shape = SHAPES[feature % SHAPES.length];
                alarm |= test.drift(rows(trained, shape), trained, rows(seen, shape), seen)
                        .isAlarm();
            }
            alarms += alarm ? 1 : 0;
        }
        assertThat((double) alarms / checks).isLessThan(0.01 + 3 * Math.sqrt(0.01 * 0.99 / checks));
    }

    @Test
    void atAMillionRowsATrifleIsNoAlarmAndATenthOfTheRowsInAnotherBinIs() {
        DriftTest test = new DriftTest(HealthLimits.USUAL, 51);
        long[] trained = {500_000, 500_000};

        assertThat(test.drift(trained, 1e6, new long[] {520_000, 480_000}, 1e6).isAlarm())
                .isFalse();
        assertThat(test.drift(trained, 1e6, new long[] {600_000, 400_000}, 1e6).isAlarm())
                .isTrue();
    }

    /** Pinsker's inequality: an index below 4 d d proves that fewer than a share d of the rows lie in another bin. */
    @Test
    void noIndexBelowTheLeastHidesMoreMovedRowsThanAllowed() {
        DriftTest test = new DriftTest(HealthLimits.USUAL, 1);
        for (int i = 0; i < 2_000; i++) {
            long[] trained = new long[5];
            long[] seen = new long[5];
            for (int bin = 0; bin < 5; bin++) {
                trained[bin] = 1_000_000L + random.nextInt(3_000_000);
                seen[bin] = 1_000_000L + random.nextInt(3_000_000);
            }
            double moved = 0;
            for (int bin = 0; bin < 5; bin++) {
                moved += Math.abs((double) trained[bin] / Counts.sum(trained) - (double) seen[bin] / Counts.sum(seen))
                        / 2;
            }
            Drift drift = test.drift(trained, (double) Counts.sum(trained), seen, (double) Counts.sum(seen));
            if (moved > 0.1 + 1e-5) {
                assertThat(drift.isAlarm()).as("moved %f", moved).isTrue();
            }
        }
    }

    @Test
    void aFeatureThatIsSuddenlyAbsentHasDrifted() {
        DriftTest test = new DriftTest(HealthLimits.USUAL, 51);

        Drift drift = test.drift(new long[] {2000, 2000, 0}, 4000, new long[] {40, 40, 20}, 100);

        assertThat(drift.isAlarm()).isTrue();
        assertThat(drift.bins()).isEqualTo(3);
    }

    @Test
    void fewerDifferentCustomersRaiseTheLimit() {
        DriftTest test = new DriftTest(HealthLimits.USUAL, 51);
        long[] trained = {2000, 2000};
        long[] seen = {300, 500};

        Drift all = test.drift(trained, 4000, seen, 800);
        Drift few = test.drift(trained, 4000, seen, 80);

        assertThat(all.isAlarm()).isTrue();
        assertThat(few.isAlarm()).isFalse();
        assertThat(few.limit()).isGreaterThan(4 * all.limit());
    }

    @Test
    void aFeatureWithOneValueHasNotDrifted() {
        DriftTest test = new DriftTest(HealthLimits.USUAL, 51);

        assertThat(test.drift(new long[] {10, 0}, 10, new long[] {500, 0}, 500)).isEqualTo(new Drift(0, 0.04, 1));
    }

    /** Rows drawn by shares, which are whole thousandths. */
    private long[] rows(int count, double[] shape) {
        int[] binOfThousandth = new int[1_000];
        int next = 0;
        for (int bin = 0; bin < shape.length; bin++) {
            int end = next + (int) Math.round(shape[bin] * 1_000);
            Arrays.fill(binOfThousandth, next, end, bin);
            next = end;
        }
        long[] rows = new long[shape.length];
        for (int row = 0; row < count; row++) {
            rows[binOfThousandth[random.nextInt(1_000)]]++;
        }
        return rows;
    }
}
