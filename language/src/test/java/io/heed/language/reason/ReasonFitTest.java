package io.heed.language.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReasonFitTest {
    private static final int LENGTH = 8;

    private final Random random = new Random(7);

    @Test
    void reasonsWhoseExamplesPointElsewhereAreToldApart() {
        ReasonFit fit = ReasonFit.to(List.of(around(0, 20), around(1, 20), around(2, 5)));
        for (int reason = 0; reason < 3; reason++) {
            for (float[] unseen : around(reason, 50)) {
                double[] probabilities = ReasonFit.probabilities(fit.logits(unseen));
                assertThat(best(probabilities)).isEqualTo(reason);
                assertThat(Arrays.stream(probabilities).sum()).isEqualTo(1, within(1e-12));
            }
        }
    }

    @Test
    void whatLiesBetweenTwoReasonsIsUndecided() {
        ReasonFit fit = ReasonFit.to(List.of(around(0, 40), around(1, 40)));
        float[] between = new float[LENGTH];
        between[0] = 0.7f;
        between[1] = 0.7f;
        double[] logits = fit.logits(between);
        assertThat(ReasonFit.probabilities(logits)[0]).isBetween(0.3, 0.7);
        assertThat(logits[0] + logits[1]).isEqualTo(0, within(1e-6));
    }

    @Test
    void theSameExamplesGiveTheSameFitBitForBit() {
        List<List<float[]>> examples = List.of(around(0, 12), around(1, 12));
        float[] message = around(1, 1).get(0);
        assertThat(ReasonFit.to(examples).logits(message))
                .containsExactly(ReasonFit.to(examples).logits(message));
    }

    @Test
    void reasonsWithMoreExamplesAreNotPreferred() {
        ReasonFit fit = ReasonFit.to(List.of(around(0, 60), around(1, 6)));
        float[] neither = new float[LENGTH];
        double[] logits = fit.logits(neither);
        assertThat(Math.abs(logits[0] - logits[1])).isLessThan(0.5);
    }

    private List<float[]> around(int axis, int count) {
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[LENGTH];
            double squares = 0;
            for (int j = 0; j < LENGTH; j++) {
                vector[j] = (float) (random.nextGaussian() * 0.15 + (j == axis ? 1 : 0));
                squares += vector[j] * vector[j];
            }
            for (int j = 0; j < LENGTH; j++) {
                vector[j] /= (float) Math.sqrt(squares);
            }
            vectors.add(vector);
        }
        return vectors;
    }

    private static int best(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
