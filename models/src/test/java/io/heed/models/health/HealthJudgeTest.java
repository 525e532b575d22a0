package io.heed.models.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heed.models.health.ModelHealth.DriftReport;
import io.heed.models.health.ModelHealth.Shown;
import io.heed.models.label.JudgedScore;
import io.heed.models.label.ServedScore;
import io.heed.models.prediction.Arm;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthJudgeTest {
    private static final Serving SERVING = new Serving("m", 1, Arm.CHAMPION);
    private static final TrainedVersion TRAINED = HealthStreams.TRAINED;

    private final HealthJudge judge = new HealthJudge(HealthLimits.USUAL, 10);
    private final Random random = new Random(4);
    private final HealthCounts counts = HealthCounts.none(TRAINED);

    /** The index worked out from the rows themselves, bin by bin. */
    @Test
    void theIndexIsThatOfTheRows() {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            predictions.add(HealthStreams.prediction(random, "C" + i, 1, Arm.CHAMPION, random.nextDouble()));
        }
        predictions.forEach(prediction -> counts.add(prediction, TRAINED));

        Drift drift = contacts();

        double[] shares = {0.3, 0.4, 0.2, 0.1};
        double raise = 1.5 / judged().effectivePredictions();
        double index = 0;
        for (int bin = 0; bin < 4; bin++) {
            int wanted = bin;
            double now = predictions.stream()
                            .filter(prediction ->
                                    bin(prediction.features().get(0).value()) == wanted)
                            .count()
                    / 500.0;
            index += (now - shares[bin]) * Math.log((now + raise) / (shares[bin] + raise));
        }
        assertThat(drift.index()).isCloseTo(index, within(1e-5));
        assertThat(drift.bins()).isEqualTo(4);
        double chance = 1 / TRAINED.effectiveRows() + 1 / judged().effectivePredictions();
        assertThat(drift.limit()).isCloseTo(chance * ChiSquare.quantileAbove(3, 0.01 / 3), within(1e-5));
    }

    @Test
    void tooFewPredictionsSayNothingOfDrift() {
        for (int i = 0; i < 9; i++) {
            counts.add(HealthStreams.prediction(random, "C" + i, 1, Arm.CHAMPION, 0.2), TRAINED);
        }
        assertThat(judged().drift()).isNull();
        assertThat(judged().alarms()).isEmpty();
    }

    @Test
    void anAlarmNamesTheFeature() {
        for (int i = 0; i < 2_000; i++) {
            counts.add(prediction("C" + i, 4, i % 10 < 5 ? 0.1 : i % 10 < 8 ? 0.4 : 0.9), TRAINED);
        }
        assertThat(judged().alarms()).containsExactly("drift of contacts");
        assertThat(drift().worst()).isEqualTo(contacts().ratio()).isGreaterThan(1);
    }

    @Test
    void theScoreIsWatchedLikeAFeature() {
        for (int i = 0; i < 2_000; i++) {
            counts.add(
                    prediction("C" + i, i % 10 < 3 ? 0 : i % 10 < 7 ? 1 : i % 10 < 9 ? 4 : Double.NaN, 0.9), TRAINED);
        }
        assertThat(judged().alarms()).containsExactly("drift of the score");
    }

    @Test
    void whereNobodyWasTreatedAllCustomersSpeakForTheVersion() {
        judge(500, 0.5, false, 0);
        judge(50, 0.5, true, 0);

        assertThat(judged().shown()).isEqualTo(Shown.UNTREATED);
        assertThat(judged().quality().decisions()).isEqualTo(550);
        assertThat(judged().control().decisions()).isEqualTo(50);
    }

    @Test
    void whereSomeWereTreatedTheControlGroupSpeaksForTheVersion() {
        judge(500, 0.5, false, 0);
        judge(100, 0.5, true, 0);
        judge(30, 0.9, false, 1);

        assertThat(judged().shown()).isEqualTo(Shown.CONTROL);
        assertThat(judged().quality().decisions()).isEqualTo(100);
        assertThat(judged().untreated().decisions()).isEqualTo(600);
        assertThat(judged().treated()).isEqualTo(30);
    }

    @Test
    void aControlGroupThatIsTooSmallLeavesTheRestWhichSaysSo() {
        judge(500, 0.5, false, 0);
        judge(99, 0.5, true, 0);
        judge(1, 0.9, false, 1);

        assertThat(judged().shown()).isEqualTo(Shown.UNTREATED_REST);
        assertThat(judged().quality().decisions()).isEqualTo(599);
    }

    /** Treating the likeliest makes the rest look worse than the model is; the control group keeps the truth. */
    @Test
    void treatmentSpoilsTheRestAndNotTheControlGroup() {
        for (int i = 0; i < 40_000; i++) {
            double score = random.nextDouble();
            boolean control = i % 10 == 0;
            boolean treated = !control && score > 0.5 && random.nextInt(4) > 0;
            boolean label = random.nextDouble() < (treated ? score / 10 : score);
            counts.add(new JudgedScore(
                    new ServedScore("m", 1, Arm.CHAMPION, score, score >= 0.5), 5, label, control, treated ? 1 : 0));
            counts.add(prediction("C" + i, 1, score), TRAINED);
        }
        double truth = 0.75; // of all hits of scores that are uniform, those at or above a half
        ModelHealth health = judged();
        assertThat(health.shown()).isEqualTo(Shown.CONTROL);
        assertThat(health.quality().recall()).isCloseTo(truth, within(0.03));
        assertThat(health.untreated().recall()).isLessThan(0.55);
        assertThat(health.estimated().recall()).isCloseTo(truth, within(0.01));
        assertThat(health.alarms()).doesNotContain("calibration");
    }

    @Test
    void aVersionThatWasTrainedOnNothingHasNoDrift() {
        TrainedVersion nothing = new TrainedVersion(
                "hash", "repeat-contact", 0.5, TRAINED.names(), TRAINED.features(), TRAINED.score(), 0);
        for (int i = 0; i < 20; i++) {
            counts.add(prediction("C" + i, 1, 0.5), nothing);
        }
        assertThat(judge.judge(SERVING, nothing, 0, 100, counts).drift()).isNull();
    }

    private void judge(int times, double score, boolean control, int treatments) {
        for (int i = 0; i < times; i++) {
            counts.add(new JudgedScore(
                    new ServedScore("m", 1, Arm.CHAMPION, score, score >= 0.5), 5, i % 2 == 0, control, treatments));
        }
    }

    private DriftReport drift() {
        return Objects.requireNonNull(judged().drift());
    }

    private Drift contacts() {
        return Objects.requireNonNull(drift().features().get("contacts"));
    }

    private ModelHealth judged() {
        return judge.judge(SERVING, TRAINED, 0, 100, counts);
    }

    private static Prediction prediction(String customer, double contacts, double score) {
        return new Prediction(
                "m",
                1,
                "hash",
                "repeat-contact",
                customer,
                Arm.CHAMPION,
                score,
                0.5,
                "e",
                0,
                List.of(
                        new FeatureValue("contacts", Double.isNaN(contacts) ? null : contacts),
                        new FeatureValue("ratio", 1.0)),
                0.1,
                List.of());
    }

    private static int bin(@Nullable Double contacts) {
        return contacts == null ? 3 : contacts <= 0 ? 0 : contacts <= 2 ? 1 : 2;
    }
}
