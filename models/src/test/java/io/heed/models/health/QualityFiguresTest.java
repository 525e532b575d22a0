package io.heed.models.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heed.models.health.Quality.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QualityFiguresTest {
    private static final double THRESHOLD = 0.3;

    private final QualityFigures figures = new QualityFigures(HealthLimits.USUAL);

    private record Row(double score, boolean hit) {}

    @Property(tries = 200)
    void figuresAreThoseThatGoingThroughAllRowsGives(@ForAll long seed) {
        List<Row> rows = rows(new Random(seed), 300, p -> p);

        Quality quality = figures.observed(tally(rows));

        double hits = rows.stream().filter(Row::hit).count();
        double positives = rows.stream().filter(QualityFiguresTest::isPositive).count();
        double both = rows.stream().filter(row -> isPositive(row) && row.hit()).count();
        assertThat(quality.decisions()).isEqualTo(300);
        assertThat(quality.happened()).isCloseTo(hits / 300, within(1e-6));
        assertThat(quality.promised())
                .isCloseTo(rows.stream().mapToDouble(Row::score).average().orElseThrow(), within(1e-6));
        assertThat(quality.precision()).isCloseTo(both / positives, within(1e-6));
        assertThat(quality.recall()).isCloseTo(both / hits, within(1e-6));
        assertThat(quality.brier())
                .isCloseTo(
                        rows.stream()
                                .mapToDouble(row -> Math.pow(row.score() - (row.hit() ? 1 : 0), 2))
                                .average()
                                .orElseThrow(),
                        within(1e-6));
        assertThat(quality.auc()).isCloseTo(auc(rows), within(0.005));
    }

    @Test
    void aFigureWithoutMeaningIsNull() {
        Quality none = figures.observed(new ScoreTally());
        assertThat(none).isEqualTo(new Quality(0, null, null, null, null, null, null, null));

        ScoreTally misses = new ScoreTally();
        misses.add(0.1, false, false);
        Quality quality = figures.observed(misses);
        assertThat(quality.precision()).isNull();
        assertThat(quality.recall()).isNull();
        assertThat(quality.auc()).isNull();
        assertThat(quality.calibration()).isNull();
        assertThat(quality.brier()).isEqualTo(0.01);
    }

    /** The truth is drawn by the scores themselves: what they promise is what comes. */
    @Test
    void theEstimateIsNearTheTruthWhereScoresMeanProbabilities() {
        Random random = new Random(5);
        for (int trial = 0; trial < 20; trial++) {
            List<Row> rows = rows(random, 20_000, p -> p);

            Quality estimated = figures.estimated(tally(rows));
            Quality observed = figures.observed(tally(rows));

            assertThat(estimated.precision()).isCloseTo(observed.precision(), within(0.02));
            assertThat(estimated.recall()).isCloseTo(observed.recall(), within(0.03));
            assertThat(estimated.auc()).isCloseTo(observed.auc(), within(0.02));
            assertThat(estimated.brier()).isCloseTo(observed.brier(), within(0.005));
            assertThat(estimated.happened()).isNull();
        }
    }

    @Test
    void theEstimateOwesNothingToLabels() {
        List<Row> rows = rows(new Random(6), 1_000, p -> p);
        List<Row> unknown =
                rows.stream().map(row -> new Row(row.score(), false)).toList();

        assertThat(figures.estimated(tally(rows))).isEqualTo(figures.estimated(tally(unknown)));
    }

    /** Scores that are right give an alarm of calibration once in a hundred checks at most. */
    @Test
    void scoresThatAreRightAreHardlyEverCalledMiscalibrated() {
        QualityFigures strict = new QualityFigures(new HealthLimits(0.01, 0, 0, 1));
        Random random = new Random(7);
        for (int size : new int[] {200, 1_000, 5_000}) {
            int alarms = 0;
            int trials = 2_000;
            double error = 0;
            double byChance = 0;
            for (int trial = 0; trial < trials; trial++) {
                Calibration calibration = calibration(strict, rows(random, size, p -> p));
                alarms += calibration.alarm() ? 1 : 0;
                error += calibration.error();
                byChance += calibration.byChance();
            }
            assertThat((double) alarms / trials)
                    .as("%d labels", size)
                    .isLessThan(0.01 + 3 * Math.sqrt(0.01 * 0.99 / trials));
            assertThat(error / byChance).isCloseTo(1, within(0.03));
        }
    }

    @Test
    void scoresThatPromiseTooMuchAreMiscalibrated() {
        Calibration calibration = calibration(figures, rows(new Random(8), 2_000, p -> p / 2));

        assertThat(calibration.alarm()).isTrue();
        assertThat(calibration.error()).isGreaterThan(3 * calibration.byChance());
    }

    /** A point of probability is significant among so many, and worth nobody's night. */
    @Test
    void aTinyMiscalibrationIsNoAlarmHoweverManyLabelsShowIt() {
        Calibration calibration = calibration(figures, rows(new Random(9), 400_000, p -> p + 0.01));

        assertThat(calibration.error()).isGreaterThan(5 * calibration.byChance());
        assertThat(calibration.alarm()).isFalse();
    }

    private static List<Row> rows(Random random, int count, DoubleUnaryOperator truth) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double score = Math.pow(random.nextDouble(), 2) * 0.9;
            rows.add(new Row(score, random.nextDouble() < truth.applyAsDouble(score)));
        }
        return rows;
    }

    private static Calibration calibration(QualityFigures figures, List<Row> rows) {
        return Objects.requireNonNull(figures.observed(tally(rows)).calibration());
    }

    private static ScoreTally tally(List<Row> rows) {
        ScoreTally tally = new ScoreTally();
        rows.forEach(row -> tally.add(row.score(), isPositive(row), row.hit()));
        return tally;
    }

    private static boolean isPositive(Row row) {
        return row.score() >= THRESHOLD;
    }

    private static double auc(List<Row> rows) {
        double wins = 0;
        double pairs = 0;
        for (Row hit : rows) {
            for (Row miss : rows) {
                if (hit.hit() && !miss.hit()) {
                    pairs++;
                    wins += hit.score() > miss.score() ? 1 : hit.score() == miss.score() ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }
}
