package io.heed.models.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ArmsTest {
    /** A change here would give every customer of every company another arm. */
    @Test
    void positionsStayWhatTheyAre() {
        assertThat(Arms.position("repeat-contact", "C000123")).isEqualTo(0.5124832172836672);
        assertThat(Arms.position("repeat-contact/shadow", "C000123")).isEqualTo(0.20694998287109534);
        assertThat(Arms.position("bill-contact", "C000123")).isEqualTo(0.7306037859217868);
    }

    @Property(tries = 200)
    void positionsLieBetweenZeroAndOne(@ForAll String draw, @ForAll String customer) {
        assertThat(Arms.position(draw, customer)).isGreaterThanOrEqualTo(0).isLessThan(1);
        assertThat(Arms.position(draw, customer)).isEqualTo(Arms.position(draw, customer));
    }

    @Test
    void aShareOfATenthIsATenthAndTwoDrawsAreIndependent() {
        int customers = 20_000;
        long within = IntStream.range(0, customers)
                .filter(i -> Arms.position("a", "C" + i) < 0.1)
                .count();
        long withinBoth = IntStream.range(0, customers)
                .filter(i -> Arms.position("a", "C" + i) < 0.1 && Arms.position("b", "C" + i) < 0.1)
                .count();
        assertThat(within / (double) customers).isCloseTo(0.1, within(0.01));
        assertThat(withinBoth / (double) customers).isCloseTo(0.01, within(0.003));
    }
}
