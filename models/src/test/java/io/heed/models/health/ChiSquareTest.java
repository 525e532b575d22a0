package io.heed.models.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTest {
    /** The values of scipy.stats.chi2.isf, version 1.16. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0.4549364231195724",
        "1, 0.01, 6.634896601021217",
        "1, 0.0002, 13.831083619091123",
        "1, 1e-08, 32.84125336123679",
        "2, 0.5, 1.386294361119891",
        "2, 0.01, 9.210340371976182",
        "3, 0.0002, 19.656115720297333",
        "10, 0.5, 9.34181776559197",
        "10, 0.0002, 33.79576094523194",
        "10, 1e-08, 57.66396162619969",
        "50, 0.01, 76.1538912490127",
        "101, 0.5, 100.33412129901728",
        "101, 1e-08, 202.02374553307126"
    })
    void quantilesAreThoseOfScipy(int degrees, double probability, double expected) {
        assertThat(ChiSquare.quantileAbove(degrees, probability)).isCloseTo(expected, within(1e-8 * expected));
    }

    @Test
    void aQuantileIsWhereTheTailHasItsProbability() {
        for (int degrees = 1; degrees < 200; degrees += 7) {
            double probability = 0.3 / degrees;

            double quantile = ChiSquare.quantileAbove(degrees, probability);

            assertThat(ChiSquare.tail(degrees, quantile)).isCloseTo(probability, within(1e-11));
        }
    }

    @Test
    void probabilitiesAreWithinZeroAndOne() {
        assertThatThrownBy(() -> ChiSquare.quantileAbove(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChiSquare.quantileAbove(0, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
