package io.heed.features.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CompactTest {
    private static final double[] ODD = {
        0, -0.0, Double.NaN, 1e300, -1e300, Double.MIN_VALUE, 1L << 53, -(1L << 53), 0.1, 0.07, -12.34, 1.0 / 3, 2.5e15
    };

    @Property(tries = 200)
    void everyNumberOfAListComesBackBitByBit(@ForAll Random random) throws IOException {
        double[] list = new double[1 + random.nextInt(100)];
        for (int i = 0; i < list.length; i++) {
            list[i] = switch (random.nextInt(5)) {
                case 0 -> ODD[random.nextInt(ODD.length)];
                case 1 -> random.nextInt(5);
                case 2 -> random.nextInt(1_000_000) / 100.0;
                case 3 -> random.nextLong();
                default -> random.nextGaussian();
            };
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int i = 0; i < list.length; i++) {
            Compact.writeNumber(list, i, out);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        double[] back = new double[list.length];
        for (int i = 0; i < list.length; i++) {
            back[i] = Compact.readNumber(back, i, in);
            assertThat(Double.doubleToRawLongBits(back[i])).isEqualTo(Double.doubleToRawLongBits(list[i]));
        }
        assertThat(in.available()).isZero();
    }

    @Example
    void amountsAndRepetitionsTakeFewBytes() throws IOException {
        double[] list = {1_100, 49.99, 1.0 / 3, 1.0 / 3};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < list.length; i++) {
            Compact.writeNumber(list, i, new DataOutputStream(bytes));
        }

        assertThat(bytes.size()).isEqualTo(2 + 3 + 9 + 1);
    }

    @Example
    void whatWasWrittenBeforeSumsInTilesWereExactIsRefused() {
        assertThat(new SlotsCodec().refusal(2, "")).contains("version 2").contains("start without this state");
        assertThat(SeriesHead.CODEC.refusal(1, "")).isNotEmpty();
        assertThat(Tracked.CODEC.refusal(1, "")).isNotEmpty();
        assertThat(new SlotsCodec().refusal(3, "")).isEmpty();
    }
}
