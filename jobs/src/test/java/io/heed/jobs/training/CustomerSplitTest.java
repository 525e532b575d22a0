package io.heed.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerSplitTest {
    private static final List<String> CUSTOMERS =
            IntStream.range(0, 10_000).mapToObj(number -> "C" + number).toList();

    @Test
    void theShareOfTestCustomersIsAboutTheOneAskedFor() {
        assertThat(testShare(new CustomerSplit(0.3))).isCloseTo(0.3, within(0.02));
        assertThat(testShare(new CustomerSplit(0.05))).isCloseTo(0.05, within(0.01));
    }

    @Test
    void noneOrAllOfThemCanBeTested() {
        assertThat(testShare(new CustomerSplit(0))).isZero();
        assertThat(testShare(new CustomerSplit(1))).isEqualTo(1);
    }

    @Test
    void aCustomerIsInTheSamePartInEveryExport() {
        CustomerSplit split = new CustomerSplit(0.3);

        // as written into the training sets that models were trained on: a change here would test on known customers
        assertThat(IntStream.range(0, 10).mapToObj(number -> split.of("C" + number)))
                .containsExactly(
                        "train", "train", "test", "train", "train", "test", "train", "train", "train", "train");
    }

    @Test
    void aHigherShareKeepsTheTestCustomersOfALowerOne() {
        CustomerSplit low = new CustomerSplit(0.2);
        CustomerSplit high = new CustomerSplit(0.4);

        assertThat(CUSTOMERS.stream().filter(customer -> low.of(customer).equals("test")))
                .allSatisfy(customer -> assertThat(high.of(customer)).isEqualTo("test"));
    }

    @Test
    void aShareOutsideOfZeroToOneIsRefused() {
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new CustomerSplit(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("test share is not within 0..1: " + wrong + " (legal: 0.3)");
        }
    }

    private static double testShare(CustomerSplit split) {
        long test = CUSTOMERS.stream()
                .filter(customer -> split.of(customer).equals("test"))
                .count();
        return (double) test / CUSTOMERS.size();
    }
}
