package io.heed.jobs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RankingQualityTest {
    @Test
    void aPerfectRankingIsOneAReversedOneZeroAndTiesAreHalf() {
        assertThat(areaUnderCurve(new double[] {0.9, 0.8, 0.2}, true, true, false))
                .isEqualTo(1);
        assertThat(areaUnderCurve(new double[] {0.1, 0.8, 0.2}, true, false, false))
                .isZero();
        assertThat(areaUnderCurve(new double[] {0.5, 0.5, 0.5}, true, false, false))
                .isEqualTo(0.5);
    }

    @Test
    void withoutBothClassesThereIsNoRanking() {
        assertThat(areaUnderCurve(new double[] {0.9, 0.1}, true, true)).isNaN();
        assertThat(areaUnderCurve(new double[] {0.9, 0.1}, false, false)).isNaN();
        assertThat(new RankingQuality().areaUnderCurve()).isNaN();
    }

    @Test
    void whatWasAddedIsCounted() {
        RankingQuality quality = new RankingQuality();
        quality.add(0.1, true);
        quality.add(0.2, false);
        quality.add(0.3, true);

        assertThat(quality.size()).isEqualTo(3);
        assertThat(quality.positives()).isEqualTo(2);
    }

    @Property(tries = 200)
    void theAreaIsTheShareOfPairsThatAreRankedRightWithTiesAsHalves(@ForAll long seed) {
        Random random = new Random(seed);
        double[] scores = new double[2 + random.nextInt(30)];
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(6) / 5.0;
            positive[i] = i == 0 || (i > 1 && random.nextBoolean()); // at least one of each class
        }

        assertThat(areaUnderCurve(scores, positive)).isCloseTo(shareOfRightPairs(scores, positive), within(1e-12));
    }

    private static double shareOfRightPairs(double[] scores, boolean[] positive) {
        double right = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }

    private static double areaUnderCurve(double[] scores, boolean... positive) {
        RankingQuality quality = new RankingQuality();
        for (int i = 0; i < scores.length; i++) {
            quality.add(scores[i], positive[i]);
        }
        return quality.areaUnderCurve();
    }
}
