package io.heed.features.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    @Property(tries = 300)
    void isExactInAnyOrderAndInAnyPieces(@ForAll Random random) throws IOException {
        List<Double> values = new ArrayList<>();
        for (int left = random.nextInt(60); left > 0; left--) {
            values.add(value(random));
        }
        BigDecimal exact = BigDecimal.ZERO;
        ExactSum inOrder = new ExactSum(2);
        for (double value : values) {
            exact = exact.add(
                    ExactSum.cents(value) == ExactSum.NO_CENTS ? new BigDecimal(value) : BigDecimal.valueOf(value));
            take(inOrder, value);
        }
        Collections.shuffle(values, random);
        ExactSum inPieces = new ExactSum(2);
        ExactSum piece = new ExactSum(2);
        for (double value : values) {
            take(piece, value);
            if (random.nextInt(4) == 0) {
                inPieces.addAll(writtenAndRead(piece), 1);
                piece = new ExactSum(2);
            }
        }
        inPieces.addAll(piece, 1);

        assertThat(inOrder.exact()).isEqualByComparingTo(exact);
        assertThat(inPieces.exact()).isEqualByComparingTo(exact);
        assertThat(Double.doubleToRawLongBits(inPieces.value())).isEqualTo(Double.doubleToRawLongBits(inOrder.value()));
        assertThat(Math.abs(inOrder.value() - exact.doubleValue()))
                .isLessThanOrEqualTo(2 * Math.ulp(wholes(values)) + 2 * Math.ulp(exact.doubleValue()));
    }

    @Property(tries = 300)
    void productsAndMultiplesAreExact(@ForAll Random random) {
        ExactSum sum = new ExactSum(4);
        BigDecimal exact = BigDecimal.ZERO;
        for (int left = random.nextInt(30); left > 0; left--) {
            double some = random.nextGaussian() * 1e6;
            double other = random.nextGaussian();
            sum.addProduct(some, other);
            exact = exact.add(new BigDecimal(some).multiply(new BigDecimal(other)));
            long units = random.nextLong() >> random.nextInt(60);
            long more = random.nextLong() >> (22 + random.nextInt(40));
            sum.addProduct(units, more);
            exact = exact.add(BigDecimal.valueOf(units, 4).multiply(BigDecimal.valueOf(more)));
        }
        long times = random.nextInt() / 1_000;
        ExactSum all = new ExactSum(4);
        all.addAll(sum, times);

        assertThat(sum.exact()).isEqualByComparingTo(exact);
        assertThat(all.exact()).isEqualByComparingTo(exact.multiply(BigDecimal.valueOf(times)));
    }

    @Test
    void centsAddUpAsPeopleDo() {
        ExactSum sum = new ExactSum(2);
        take(sum, 0.1);
        take(sum, 0.2);

        assertThat(sum.value()).isEqualTo(0.3);
    }

    @Test
    void whatIsTooLargeStaysSo() {
        ExactSum sum = new ExactSum(2);
        sum.add(Double.MAX_VALUE);
        sum.add(Double.MAX_VALUE);
        sum.add(1.5);

        assertThat(sum.isFinite()).isFalse();
        assertThat(sum.value()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static void take(ExactSum sum, double value) {
        long cents = ExactSum.cents(value);
        if (cents == ExactSum.NO_CENTS) {
            sum.add(value);
        } else {
            sum.addProduct(cents, 1);
        }
    }

    private static double value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
            case 1 -> random.nextInt(100) / 3.0;
            default -> (random.nextInt(200_000) - 100_000) / 100.0;
        };
    }

    /** What the parts may round by: that of the sum of all that are no cents, and of all that are. */
    private static double wholes(List<Double> values) {
        return values.stream().mapToDouble(Math::abs).sum();
    }

    private static ExactSum writtenAndRead(ExactSum sum) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sum.write(new DataOutputStream(bytes));
        ExactSum read = new ExactSum(2);
        read.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        return read;
    }
}
