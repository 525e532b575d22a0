package io.heed.benchmarks.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much is kept of customers with fifty features over 180 days. */
class FeatureStateTest {
    private static final FeatureState STATE = FeatureState.measure(300);

    @Test
    void halfOfTheCustomersTakeAtMostFourKilobytes() {
        assertThat(STATE.eventsOf(0.5)).isBetween(250L, 350L);
        assertThat(STATE.bytesOf(0.5)).isLessThanOrEqualTo(4_096);
    }

    @Test
    void ninetyNineInAHundredTakeAtMostSixteenKilobytes() {
        assertThat(STATE.eventsOf(0.99)).isGreaterThan(3_000L);
        assertThat(STATE.bytesOf(0.99)).isLessThanOrEqualTo(16_384);
    }
}
